import { afterEach, expect, test, vi } from 'vitest';
import { forgetAhead, openAhead, openOrTake } from './ahead';
import type { PdfFile } from './file';

const opened: string[] = [];
const stopped: string[] = [];
const drawn: [pdf: string, page: number, dots: number][] = [];
const broken = new Set<string>();

vi.mock('./file', () => ({
  openPdf: (pdf: string) => {
    opened.push(pdf);
    const file: PdfFile = {
      pages: 2,
      size: async () => ({ width: 595, height: 842 }),
      draw: (page, dots) => {
        drawn.push([pdf, page, dots]);
        return { done: Promise.resolve(document.createElement('canvas')), stop: () => undefined };
      },
      text: () => ({ done: Promise.resolve(), stop: () => undefined }),
      close: () => undefined,
    };
    const done = broken.has(pdf) ? Promise.reject(new Error('it broke')) : Promise.resolve(file);
    return { done, stop: () => stopped.push(pdf) };
  },
}));

afterEach(() => {
  forgetAhead();
  for (const list of [opened, stopped, drawn]) list.length = 0;
  broken.clear();
});

test('takes over what was opened ahead, with its first page drawn', async () => {
  openAhead('b', 2);
  const file = await openOrTake('b').done;
  await file.draw(1, 2).done;
  expect(opened, 'opened once').toEqual(['b']);
  expect(drawn, 'drawn once').toEqual([['b', 1, 2]]);
  await file.draw(1, 2).done;
  expect(drawn, 'a picture stands in one place: the next one is drawn anew').toHaveLength(2);
});

test('draws anew at another size, and every other page', async () => {
  openAhead('b', 2);
  const file = await openOrTake('b').done;
  await Promise.all([file.draw(1, 3).done, file.draw(2, 2).done]);
  expect(drawn).toEqual([
    ['b', 1, 2],
    ['b', 1, 3],
    ['b', 2, 2],
  ]);
});

test('opens another file than the one ahead by itself, and keeps one ahead at a time', async () => {
  openAhead('b', 2);
  await openOrTake('c').done;
  openAhead('b', 2);
  expect(opened, 'the one ahead is kept for when it is asked for').toEqual(['b', 'c']);
  openAhead('d', 2);
  expect(stopped, 'the one before it is let go').toEqual(['b']);
});

test('opens anew what failed ahead, so that its failure is told where it is asked for', async () => {
  broken.add('b');
  openAhead('b', 2);
  broken.delete('b');
  await expect(openOrTake('b').done).resolves.toMatchObject({ pages: 2 });
  expect(opened).toEqual(['b', 'b']);
});
