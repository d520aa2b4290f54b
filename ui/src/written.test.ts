// Numbers that are names, as they are written.

import { expect, it } from 'vitest';
import { writtenIban, writtenPostcode, writtenSentence } from './written';

it('writes an IBAN in groups of four, and leaves an account that is none as it is', () => {
  expect(writtenIban('NL91ABNA0417164300')).toBe('NL91\u00a0ABNA\u00a00417\u00a01643\u00a000');
  expect(writtenIban('P4564567'), 'an old giro number has no groups').toBe('P4564567');
});

it('gives a Dutch postcode its space, and no other', () => {
  expect(writtenPostcode('3511nb')).toBe('3511\u00a0NB');
  expect(writtenPostcode('3511 NB')).toBe('3511\u00a0NB');
  expect(writtenPostcode('1000'), 'a Belgian postcode').toBe('1000');
});

it('keeps an amount in a sentence to its euro sign, and leaves other words as they are', () => {
  expect(writtenSentence('Kosten: € 75,50 en € 1.000,00.')).toBe('Kosten: €\u00a075,50 en €\u00a01.000,00.');
  expect(writtenSentence('in € en $')).toBe('in € en $');
});
