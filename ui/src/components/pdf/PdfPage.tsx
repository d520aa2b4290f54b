// One page: its picture, and over it its words, invisible, to be selected and read out. It is drawn when it
// comes near, at the sharpness of the screen, and let go again when it is far away.

import { useEffect, useRef, useState, type RefObject } from 'react';
import { useText } from '../../i18n';
import { sharp } from './sharp';
import { Stopped, type PageSize, type PdfFile } from './file';

type Props = {
  file: PdfFile;
  number: number;
  /** Size of the first page: right for letters, and corrected once this one is read. */
  guess: PageSize;
  /** Pixels of the screen's layout per point. */
  scale: number;
  scroller: RefObject<HTMLElement | null>;
  onFailed: (reason: unknown) => void;
};

function useNear(box: RefObject<HTMLElement | null>, scroller: RefObject<HTMLElement | null>): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const watcher = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting ?? false), {
      root: scroller.current,
      rootMargin: '60% 0px',
    });
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [box, scroller]);
  return near;
}

const ignoreStopped = (onFailed: (reason: unknown) => void) => (reason: unknown) => {
  if (!(reason instanceof Stopped)) onFailed(reason);
};

export function PdfPage({ file, number, guess, scale, scroller, onFailed }: Props) {
  const t = useText();
  const box = useRef<HTMLElement>(null);
  const picture = useRef<HTMLDivElement>(null);
  const words = useRef<HTMLDivElement>(null);
  const near = useNear(box, scroller);
  const [read, setRead] = useState<{ file: PdfFile; size: PageSize } | null>(null);
  // The words wait until the picture is on the screen: what is seen comes first.
  const [pictured, setPictured] = useState<PdfFile | null>(null);
  const { width, height } = read?.file === file ? read.size : guess;

  useEffect(() => {
    const place = picture.current;
    if (!near || !place) return undefined;
    const drawing = file.draw(number, sharp(scale));
    // The old picture stays, stretched, until the new one is complete.
    drawing.done.then((canvas) => {
      place.replaceChildren(canvas);
      requestAnimationFrame(() => setTimeout(() => setPictured(file)));
    }, ignoreStopped(onFailed));
    return drawing.stop;
  }, [file, number, scale, near, onFailed]);

  useEffect(() => {
    const place = words.current;
    if (!near || !place || pictured !== file) return undefined;
    const laying = file.text(number, place);
    laying.done.catch(ignoreStopped(onFailed));
    void file.size(number).then(
      (size) => setRead({ file, size }),
      () => undefined,
    );
    return laying.stop;
  }, [file, number, near, pictured, onFailed]);

  useEffect(() => {
    if (near) return;
    picture.current?.replaceChildren();
    words.current?.replaceChildren();
  }, [near]);

  return (
    <section
      ref={box}
      className="pdf-page"
      aria-label={t.pdf.page(number, file.pages)}
      style={{ width: width * scale, height: height * scale, '--total-scale-factor': scale } as object}
    >
      <div ref={picture} className="pdf-picture" aria-hidden />
      <div ref={words} className="pdf-words" />
    </section>
  );
}
