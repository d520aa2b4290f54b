// How numbers that are names are written: an IBAN in groups of four, a Dutch postcode with its space.

const IBAN = /^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/;
const POSTCODE = /^(\d{4})\s?([A-Za-z]{2})$/;

/** "NL91 ABNA 0417 1643 00"; what is no IBAN stays as it is. */
export function writtenIban(iban: string): string {
  return IBAN.test(iban) ? iban.replaceAll(/(.{4})(?=.)/g, '$1\u00a0') : iban;
}

/** A sentence of the core: an amount keeps to its euro sign where the line ends. */
export function writtenSentence(sentence: string): string {
  return sentence.replaceAll(/€ (?=\d)/g, '€\u00a0');
}

/** "3511 NB"; a postcode of another country stays as it is. */
export function writtenPostcode(postcode: string): string {
  const [, figures, letters] = POSTCODE.exec(postcode.trim()) ?? [];
  return figures && letters ? `${figures}\u00a0${letters.toUpperCase()}` : postcode;
}
