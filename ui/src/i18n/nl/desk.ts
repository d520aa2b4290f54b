// Words of what the frame does: backups, what was done before, dropped files, trouble with the file.

export const desk = {
  backup: {
    title: 'Back-up maken',
    text: 'Eén bestand met alles erin, versleuteld met dezelfde wachtzin. Bewaar het op een andere plek dan deze computer: een stick, of een schijf op kantoor.',
    file: 'Waar de back-up komt',
    fileHelp: 'Elke back-up is een nieuw bestand; er wordt niets overschreven.',
    make: 'Back-up maken',
    made: 'De back-up is gemaakt.',
  },

  history: {
    title: 'Geschiedenis',
    text: 'Alles wat is gedaan, het laatste bovenaan. Wat de deur uit is, blijft staan.',
    undo: (what: string) => `Ongedaan maken: ${what}`,
    rest: (n: number) => `Nog ${n} tegelijk gedaan`,
    less: 'Minder tonen',
    more: 'Verder terug',
    none: 'Nog niets gedaan',
    noneText: 'Zodra u iets vastlegt, staat het hier.',
  },

  drop: {
    here: 'Laat los om in te lezen',
    hereHelp: 'U ziet eerst wat erin staat. Er wordt nog niets opgeslagen.',
    hereClosed: 'Laat los om te openen',
    hereClosedHelp: 'De map van een administratie, of het bestand van een back-up.',
    closed: 'Open eerst een administratie.',
    closedHint: 'Daarna kunt u deze bestanden erin inlezen.',
    locked: (n: number): string =>
      n === 1 ? 'Het bestand ligt klaar zodra u opent.' : 'De bestanden liggen klaar zodra u opent.',
    inDialog: 'Maak eerst af wat er open staat, of sluit het.',
    ownWhileOpen: 'Dit is zelf een administratie, of een back-up ervan.',
    ownWhileOpenHint: 'Sluit deze eerst, via de naam linksboven.',
  },

  trouble: {
    kept: 'Wat u typte blijft staan.',
  },
};
