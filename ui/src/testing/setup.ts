// What every component test starts from: a clean page, and boxes with a size (happy-dom lays nothing out,
// and a list that draws only what is in sight needs something in sight).

import { cleanup } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';
import type { PdfFile } from '../components/pdf/file';
import { forgetTrouble } from '../backend/trouble';
import { clearNotices } from '../components/Toast';
import { forgetDrafts } from '../features/session/drafts';

Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, value: 600 });
Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, value: 800 });

// Nothing can be drawn here: a PDF is one page that says what it was made from.
vi.mock('../components/pdf/file', () => {
  const pending = <Value>(value: Value) => ({ done: Promise.resolve(value), stop: () => undefined });
  const openPdf = (pdf: string | Uint8Array) => {
    const file: PdfFile = {
      pages: 1,
      size: async () => ({ width: 595, height: 842 }),
      draw: () => pending(document.createElement('canvas')),
      text: (_page, into) => {
        into.textContent = typeof pdf === 'string' ? atob(pdf) : new TextDecoder().decode(pdf);
        return pending(undefined);
      },
      close: () => undefined,
    };
    return pending(file);
  };
  class Stopped extends Error {}
  return { openPdf, Stopped };
});

// Everything is in sight.
vi.stubGlobal(
  'IntersectionObserver',
  class {
    private readonly tell: (entries: { isIntersecting: boolean }[]) => void;
    constructor(tell: (entries: { isIntersecting: boolean }[]) => void) {
      this.tell = tell;
    }
    observe() {
      this.tell([{ isIntersecting: true }]);
    }
    disconnect() {}
  },
);

beforeEach(() => {
  // happy-dom reports a change of selection while it is being changed, without end.
  vi.spyOn(Selection.prototype, 'collapse').mockReturnValue(undefined);
});

afterEach(() => {
  cleanup();
  forgetDrafts();
  clearNotices();
  forgetTrouble();
  localStorage.clear();
  vi.useRealTimers();
});
