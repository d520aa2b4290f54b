// What every component test starts from: a clean page, and boxes with a size (happy-dom lays nothing out,
// and a list that draws only what is in sight needs something in sight).

import { cleanup } from '@testing-library/react';
import { afterEach, vi } from 'vitest';
import { forgetDrafts } from '../features/session/drafts';

Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, value: 600 });
Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, value: 800 });

afterEach(() => {
  cleanup();
  forgetDrafts();
  vi.useRealTimers();
});
