// Words of kept files: copies of invoices and proofs of posting.

export const files = {
  asRead: 'Dit staat in de e-factuur, zoals Standvast haar leest. Bewaar het bestand om het zelf te openen.',
  notShown: 'Dit soort bestand kan hier niet worden getoond. Bewaar het om het te openen.',
  which: (at: number, of: number) => `${at} van ${of}`,
  previous: 'Vorige bestand',
  next: 'Volgende bestand',
  saveTitle: 'Bestand bewaren als',
  proof: 'Bewijs',
  proofOf: (letter: string) => `Bewijs bij ${letter}`,
  dropHere: (name: string) => `${name}: laat los om er een kopie bij te bewaren`,
  dropHelp: 'PDF’s en afbeeldingen worden hierbij bewaard. Andere bestanden worden ingelezen.',
};
