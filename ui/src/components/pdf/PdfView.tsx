// A PDF as it will be printed: page below page, sharp on every screen, with words that can be selected and
// read out. `pdf` null: nothing is chosen, or it is not there yet.

import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { useText } from '../../i18n';
import { IconButton } from '../Button';
import { ErrorStrip } from '../States';
import { forgetAhead, openAhead } from './ahead';
import type { Pdf } from './file';
import { PdfPage } from './PdfPage';
import { sharp } from './sharp';
import { usePdf } from './usePdf';
import { useZoom } from './useZoom';
import './PdfView.css';

type Props = {
  pdf: Pdf | null;
  /** What will most likely be shown after this: it is opened and drawn once this one stands. */
  next?: Pdf | undefined;
  /** What it is, for who cannot see it: "Brief aan …". */
  label: string;
  /** The next one is being made; the last stays in sight. */
  busy?: boolean;
  /** At the left of the bar above the pages. */
  tools?: ReactNode;
  /** Lies over the foot of the pages; they can be scrolled out from under it. */
  foot?: ReactNode;
  /** Why there is nothing to show. */
  problem?: ReactNode;
};

/** The shown pages are drawn first. */
const REST = 150;
const GAP = 24;
const A4 = { width: 595.28, height: 841.89 };

export function PdfView({ pdf, next, label, busy, tools, foot, problem }: Props) {
  const t = useText();
  const scroller = useRef<HTMLDivElement>(null);
  const { shown, failure } = usePdf(pdf);
  const [broken, setBroken] = useState<{ of: unknown; reason: unknown } | null>(null);
  const zoom = useZoom(scroller, (shown?.first ?? A4).width, GAP);
  const file = shown?.file;
  const onFailed = useCallback((reason: unknown) => setBroken({ of: file, reason }), [file]);
  const failed = failure ?? (broken?.of === file ? broken?.reason : null);

  useEffect(() => {
    if (!next || !file || busy) return undefined;
    const timer = setTimeout(() => openAhead(next, sharp(zoom.scale)), REST);
    return () => clearTimeout(timer);
  }, [next, file, busy, zoom.scale]);
  useEffect(() => forgetAhead, []);

  // Another letter begins at its head.
  useEffect(() => {
    if (file) scroller.current?.scrollTo({ top: 0 });
  }, [file]);

  return (
    <div className="pdf" data-busy={busy || undefined}>
      <div className="pdf-bar">
        <div className="pdf-tools">{tools}</div>
        {file && <span className="pdf-pages amount">{t.pdf.pages(file.pages)}</span>}
        <div className="pdf-zoom" role="group" aria-label={t.pdf.zoom}>
          <IconButton
            icon="minus"
            label={t.actions.pdfSmaller}
            isDisabled={!zoom.smaller}
            onPress={() => zoom.smaller?.()}
          />
          <output className="amount">{t.pdf.percent(zoom.percent)}</output>
          <IconButton
            icon="create"
            label={t.actions.pdfLarger}
            isDisabled={!zoom.larger}
            onPress={() => zoom.larger?.()}
          />
          <IconButton icon="fitWidth" label={t.actions.pdfFit} isDisabled={zoom.fits} onPress={zoom.fit} />
        </div>
      </div>
      {Boolean(failed ?? problem) && (
        <div className="pdf-failed">{problem ?? <ErrorStrip reason={failed} />}</div>
      )}
      {/* Focusable, because it scrolls and has nothing else to focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div ref={scroller} className="pdf-scroll" tabIndex={0} role="region" aria-label={label}>
        {shown && (
          <div className="pdf-sheets">
            {Array.from({ length: shown.file.pages }, (_, index) => (
              <PdfPage
                key={index + 1}
                file={shown.file}
                number={index + 1}
                guess={shown.first}
                scale={zoom.scale}
                scroller={scroller}
                onFailed={onFailed}
              />
            ))}
          </div>
        )}
        {!shown && pdf && !failed && <div className="pdf-blank" aria-hidden />}
      </div>
      {foot && <div className="pdf-foot">{foot}</div>}
    </div>
  );
}
