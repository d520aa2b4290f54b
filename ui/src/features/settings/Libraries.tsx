// What others wrote: a list to search, and the licence of each.

import { useEffect, useMemo, useState } from 'react';
import { Dialog } from '../../components/Dialog';
import { SearchBox } from '../../components/SearchBox';
import { useText } from '../../i18n';
import { LibraryRows } from './LibraryRows';
import { matching, readLibraries, type Library, type LibraryList } from './libraries';
import { Block } from './Part';
import './libraries.css';

export function Libraries() {
  const words = useText().settings.about;
  const [list, setList] = useState<LibraryList | 'reading' | 'failed'>('reading');
  useEffect(() => {
    let here = true;
    readLibraries().then(
      (read) => here && setList(read),
      () => here && setList('failed'),
    );
    return () => {
      here = false;
    };
  }, []);
  if (typeof list === 'string') {
    return (
      <Block title={words.others}>
        <p className="quiet" role="status">
          {words[list]}
        </p>
      </Block>
    );
  }
  return (
    <Block title={words.others} text={words.othersText(list.libraries.length)}>
      <Search list={list} />
    </Block>
  );
}

function Search({ list }: { list: LibraryList }) {
  const words = useText().settings.about;
  const [typed, setTyped] = useState('');
  const [shown, setShown] = useState<Library | null>(null);
  const found = useMemo(() => matching(list.libraries, typed), [list, typed]);
  return (
    <div className="libraries">
      <SearchBox label={words.search} value={typed} onChange={setTyped} />
      <p className="quiet" role="status">
        {found.length === 0 ? words.none : typed.trim() !== '' && words.found(found.length)}
      </p>
      {found.length > 0 && <LibraryRows key={typed} libraries={found} onShow={setShown} />}
      <Dialog
        title={shown ? `${shown.name} ${shown.version}` : words.others}
        isOpen={shown !== null}
        onClose={() => setShown(null)}
        wide
      >
        {shown && <Licence library={shown} texts={list.texts} />}
      </Dialog>
    </div>
  );
}

function Licence({ library, texts }: { library: Library; texts: readonly string[] }) {
  const words = useText().settings.about;
  return (
    <div className="library-licence">
      <p>{library.licence}</p>
      {library.source && (
        <p>
          {words.source} <span className="library-source">{library.source}</span>
        </p>
      )}
      {library.texts.length === 0 && <p className="quiet">{words.noText}</p>}
      {library.texts.map((place) => (
        // Long texts are scrolled by key too.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <pre key={place} className="library-text" role="region" tabIndex={0} aria-label={library.licence}>
          {texts[place]}
        </pre>
      ))}
    </div>
  );
}
