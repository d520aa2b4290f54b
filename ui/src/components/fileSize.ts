// The size of a file in words: "12 kB", "3,4 MB".

import type { Lang } from '../backend';

const STEP = 1000;
const format = (locale: string, digits: number) =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: digits });
const formats: Record<Lang, readonly [Intl.NumberFormat, Intl.NumberFormat]> = {
  nl: [format('nl-NL', 0), format('nl-NL', 1)],
  en: [format('en-GB', 0), format('en-GB', 1)],
};
const units = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

export function formatSize(bytes: number, lang: Lang): string {
  let size = bytes;
  let at = 0;
  while (size >= STEP && at < units.length - 1) {
    size /= STEP;
    at += 1;
  }
  const digits = at > 1 && size < 10 ? 1 : 0;
  return `${formats[lang][digits].format(size)} ${units[at]}`;
}
