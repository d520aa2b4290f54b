// The list of what others wrote, as `cargo xtask libraries` made it from the lock files; read when it is looked at.

export type Library = {
  name: string;
  version: string;
  licence: string;
  kind: 'font' | 'icons' | 'rust' | 'web';
  /** Places in the list of texts. */
  texts: number[];
  /** Where its source is, when its licence wants that said. */
  source?: string;
};

export type LibraryList = { libraries: Library[]; texts: string[] };

export async function readLibraries(): Promise<LibraryList> {
  const { default: text } = await import('../../../generated/libraries.json?raw');
  return JSON.parse(text) as LibraryList;
}

export function matching(libraries: readonly Library[], typed: string): Library[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return libraries.filter(({ name, licence }) => {
    const text = `${name} ${licence}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
