// The papers of a customer: letters as they left with their proofs, copies of invoices, dossiers that were made.

import type { CustomerDetail } from '../../backend';
import { Button } from '../../components/Button';
import { DateText } from '../../components/Figures';
import { useNavigation } from '../../frame/navigation';
import { useText } from '../../i18n';
import { acts } from '../acts/acts';
import { useActs } from '../acts/ActsProvider';
import { FileList } from '../files/FileList';
import { Letters } from './Letters';

/** The last part of a path, on either kind of system. */
const nameOf = (file: string) => file.split(/[\\/]/).at(-1) ?? file;

export function Documents({ detail }: { detail: CustomerDetail }) {
  const t = useText();
  const { go, has } = useNavigation();
  const { begin } = useActs();
  const words = t.customers.documents;
  const subject = { customer: detail.row.id, name: detail.row.name };
  return (
    <div className="document-parts">
      <section>
        <h3 className="part-title">{words.letters}</h3>
        <Letters letters={detail.letters} empty={words.noLetters} />
      </section>
      {detail.files.length > 0 && (
        <section>
          <h3 className="part-title">{words.files}</h3>
          <FileList files={detail.files} whose />
        </section>
      )}
      {detail.dossiers.length > 0 && (
        <section>
          <h3 className="part-title">{words.dossiers}</h3>
          <ul className="documents">
            {detail.dossiers.map(({ id, date, file }) => (
              <li key={id} className="document">
                <div className="document-words">
                  <p className="document-name">{nameOf(file)}</p>
                  <p className="field-help">
                    <DateText value={date} /> {`· ${id}`}
                  </p>
                </div>
                {has('dossiers') && (
                  <Button
                    weight="quiet"
                    aria-label={words.showWhat(id)}
                    onPress={() => go({ room: 'dossiers', open: id })}
                  >
                    {words.show}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className="act-bar">
        <Button icon={acts.statement.icon} onPress={() => begin('statement', subject)}>
          {t.acts.name.statement}
        </Button>
        {detail.items.length > 0 && (
          <Button icon={acts.file.icon} onPress={() => begin('file', subject)}>
            {t.acts.name.file}
          </Button>
        )}
      </div>
    </div>
  );
}
