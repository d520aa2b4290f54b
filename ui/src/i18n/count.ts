// Whole numbers in words. The formats are made once: making one costs more than drawing a row.

export type Locale = 'nl-NL' | 'en-GB';

const formats: Record<Locale, Intl.NumberFormat> = {
  'nl-NL': new Intl.NumberFormat('nl-NL'),
  'en-GB': new Intl.NumberFormat('en-GB'),
};

/** A number with the language's marks: 12.000. */
export function grouped(number: number, locale: Locale): string {
  return formats[locale].format(number);
}

/** Counting in words: one form for exactly one, another for everything else. */
export function counted(count: number, one: string, many: string, locale: Locale): string {
  return `${grouped(count, locale)} ${count === 1 ? one : many}`;
}
