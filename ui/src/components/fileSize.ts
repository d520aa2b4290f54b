// The size of a file in words: "12 kB", "3,4 MB".

import type { Lang } from '../backend';

const STEP = 1000;
const units = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

export function formatSize(bytes: number, lang: Lang): string {
  let size = bytes;
  let at = 0;
  while (size >= STEP && at < units.length - 1) {
    size /= STEP;
    at += 1;
  }
  const digits = at > 1 && size < 10 ? 1 : 0;
  const text = size.toLocaleString(lang === 'nl' ? 'nl-NL' : 'en-GB', {
    maximumFractionDigits: digits,
  });
  return `${text} ${units[at]}`;
}
