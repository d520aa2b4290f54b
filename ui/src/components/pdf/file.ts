// Opens a PDF and draws its pages. The reader is loaded when the first letter is looked at, not at the start.
// Everything stays in memory; closing a file forgets it.

import type { PDFDocumentLoadingTask, PDFDocumentProxy, PDFWorker, RenderTask } from 'pdfjs-dist';

/** Base64 as the core sends it, or the bytes. */
export type Pdf = string | Uint8Array;

export type PageSize = { width: number; height: number };

/** Something that is under way and can be broken off; breaking off rejects `done` with `Stopped`. */
export type Pending<Value> = { done: Promise<Value>; stop: () => void };

export type PdfFile = {
  pages: number;
  /** In points. */
  size: (page: number) => Promise<PageSize>;
  /** `scale`: dots per point. */
  draw: (page: number, scale: number) => Pending<HTMLCanvasElement>;
  /** The words of a page, to be selected and read out, laid over its picture. */
  text: (page: number, into: HTMLElement) => Pending<void>;
  close: () => void;
};

export class Stopped extends Error {}

const load = () => import('pdfjs-dist/legacy/build/pdf.mjs');

type Library = Awaited<ReturnType<typeof load>>;

type Reader = { worker: PDFWorker; ended: Promise<never> };

let reader: Reader | null = null;

function readerOf(library: Library): Reader {
  if (reader) return reader;
  const port = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'pdf' });
  const ended = new Promise<never>((_, reject) => {
    // It could not start, or broke: the next file gets a new one.
    port.addEventListener('error', (event) => {
      reader = null;
      reject(new Error(event.message));
    });
  });
  ended.catch(() => undefined);
  reader = { worker: library.PDFWorker.create({ port }), ended };
  return reader;
}

function bytesOf(pdf: Pdf): Uint8Array {
  // A copy: the worker takes the bytes over, and the same letter may be shown again.
  if (typeof pdf !== 'string') return pdf.slice();
  const raw = atob(pdf);
  const bytes = new Uint8Array(raw.length);
  for (let at = 0; at < raw.length; at += 1) bytes[at] = raw.charCodeAt(at);
  return bytes;
}

function drawPage(pages: PDFDocumentProxy, number: number, scale: number): Pending<HTMLCanvasElement> {
  let stopped = false;
  let task: RenderTask | null = null;
  const draw = async () => {
    const page = await pages.getPage(number);
    if (stopped) throw new Stopped();
    const viewport = page.getViewport({ scale });
    const canvas = document.createElement('canvas');
    canvas.width = Math.floor(viewport.width);
    canvas.height = Math.floor(viewport.height);
    // As for print, also on screen: a letter is drawn in one go, and never waits for the next frame.
    task = page.render({ canvas, viewport, intent: 'print', background: 'white', annotationMode: 0 });
    try {
      await task.promise;
    } catch (reason) {
      throw stopped ? new Stopped() : reason;
    }
    return canvas;
  };
  return {
    done: draw(),
    stop: () => {
      stopped = true;
      task?.cancel();
    },
  };
}

function layText(
  library: Library,
  pages: PDFDocumentProxy,
  number: number,
  into: HTMLElement,
): Pending<void> {
  let stopped = false;
  let layer: InstanceType<Library['TextLayer']> | null = null;
  const lay = async () => {
    const page = await pages.getPage(number);
    if (stopped) throw new Stopped();
    const holder = document.createElement('div');
    layer = new library.TextLayer({
      textContentSource: page.streamTextContent(),
      container: holder,
      viewport: page.getViewport({ scale: 1 }),
    });
    try {
      await layer.render();
    } catch (reason) {
      throw stopped ? new Stopped() : reason;
    }
    if (stopped) throw new Stopped();
    into.replaceChildren(...holder.childNodes);
  };
  return {
    done: lay(),
    stop: () => {
      stopped = true;
      layer?.cancel();
    },
  };
}

/** Opens a file; `stop` also forgets what was read of it. */
export function openPdf(pdf: Pdf): Pending<PdfFile> {
  let stopped = false;
  let task: PDFDocumentLoadingTask | null = null;
  const open = async (): Promise<PdfFile> => {
    const library = await load();
    if (stopped) throw new Stopped();
    const { worker, ended } = readerOf(library);
    const loading = library.getDocument({
      data: bytesOf(pdf),
      worker,
      // Our letters bring their fonts along and need nothing that would have to be fetched or compiled.
      useSystemFonts: false,
      useWasm: false,
      useWorkerFetch: false,
      isOffscreenCanvasSupported: false,
      stopAtErrors: false,
      enableXfa: false,
      disableAutoFetch: true,
    });
    task = loading;
    const pages = await Promise.race([loading.promise, ended]).catch((reason: unknown) => {
      throw stopped ? new Stopped() : reason;
    });
    return {
      pages: pages.numPages,
      size: async (number) => {
        const { width, height } = (await pages.getPage(number)).getViewport({ scale: 1 });
        return { width, height };
      },
      draw: (number, scale) => drawPage(pages, number, scale),
      text: (number, into) => layText(library, pages, number, into),
      close: () => void loading.destroy(),
    };
  };
  return {
    done: open(),
    stop: () => {
      stopped = true;
      void task?.destroy();
    },
  };
}
