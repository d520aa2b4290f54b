// Words of kept files, in English.

export const files = {
  asRead: 'This is what the e-invoice says, as Standvast reads it. Save the file to open it yourself.',
  notShown: 'This kind of file cannot be shown here. Save it to open it.',
  which: (at: number, of: number) => `${at} of ${of}`,
  previous: 'Previous file',
  next: 'Next file',
  saveTitle: 'Save the file as',
  proof: 'Proof',
  proofOf: (letter: string) => `Proof with ${letter}`,
  dropHere: (name: string) => `${name}: let go to keep a copy with it`,
  dropHelp: 'PDFs and pictures are kept with it. Other files are read in.',
};
