// Words around a PDF: its pages, its size, and printing it.

import { common, count } from './common';

const { number } = common;

export const pdf = {
  page: (page: number, pages: number) => `Page ${number(page)} of ${number(pages)}`,
  pages: (n: number) => count(n, 'page', 'pages'),
  zoom: 'Size',
  percent: (n: number) => `${number(n)}%`,
  print: {
    preparing: (done: number, total: number) =>
      `Page ${number(done)} of ${number(total)} is being made ready for the printer.`,
    stop: 'Do not print',
    impossible: 'This window cannot reach a printer.',
    impossibleHint: 'Save the letters as one PDF and print that.',
    privacy: 'Nothing readable is written to disk.',
  },
};
