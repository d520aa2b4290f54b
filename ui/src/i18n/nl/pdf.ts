// Words around a PDF: its pages, its size, and printing it.

import { common, count } from './common';

const { number } = common;

export const pdf = {
  page: (page: number, pages: number) => `Blad ${number(page)} van ${number(pages)}`,
  pages: (n: number) => count(n, 'blad', 'bladen'),
  zoom: 'Grootte',
  percent: (n: number) => `${number(n)} %`,
  print: {
    preparing: (done: number, total: number) =>
      `Blad ${number(done)} van ${number(total)} wordt klaargezet voor de printer.`,
    stop: 'Niet afdrukken',
    impossible: 'Dit venster kan niet bij een printer.',
    impossibleHint: 'Sla de brieven op als één PDF en druk die af.',
    privacy: 'Er wordt niets leesbaars op schijf gezet.',
  },
};
