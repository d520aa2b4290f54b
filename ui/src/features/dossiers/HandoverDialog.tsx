// The last question before a handover: to whom, where the file goes, and what it changes.

import { useState, type FormEvent } from 'react';
import type { DossierCheck, HandoverReport } from '../../backend';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { Icon } from '../../components/Icon';
import { PathField } from '../../components/PathField';
import { ErrorStrip } from '../../components/States';
import { Checkbox } from '../../components/Toggle';
import { useLanguage, useText } from '../../i18n';
import { formatMoney } from '../../money';
import { useDraft } from '../session/drafts';
import { problemsOf, withoutFields } from '../session/problems';
import { useAct } from '../session/useAct';
import { asTold, nameless, nobody, PartyFields } from './PartyFields';

const FORM = 'handover-form';

type Props = {
  check: DossierCheck;
  serious: number;
  /** What comes before for this customer, in words. */
  first: string | null;
  onClose: () => void;
  onMade: (made: HandoverReport) => void;
};

export function HandoverDialog({ check, serious, first, onClose, onMade }: Props) {
  const t = useText();
  const words = t.dossiers.handover;
  const lang = useLanguage();
  const { act, busy, failure } = useAct();
  // The next dossier often goes to the same hands and the same folder.
  const [to, setTo] = useDraft('dossiers.to', nobody);
  const [folder, setFolder] = useDraft('dossiers.folder', '');
  const [tried, setTried] = useState(false);
  // Asked anew each time: what may not go yet never goes by a choice of another day.
  const [early, setEarly] = useState(false);
  // Without a name nothing of them would be kept, and nobody would know.
  const said = problemsOf(failure);
  const problems = tried && nameless(to) ? { ...said, name: words.nameNeeded } : said;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (folder.trim() === '' || nameless(to) || (check.early && !early)) {
      setTimeout(() => document.querySelector<HTMLElement>(`#${FORM} [data-invalid] input`)?.focus());
      return;
    }
    const made = await act(
      'handover',
      {
        customer: check.customer,
        out: folder.trim(),
        ...(check.early && { early }),
        ...(to.name.trim() !== '' && { to: asTold(to) }),
      },
      { ownErrors: true, quiet: true },
    );
    if (made) onMade(made);
  };

  return (
    <Dialog
      title={words.title(check.name)}
      isOpen
      onClose={onClose}
      keepOpen={busy}
      wide
      buttons={
        <>
          <Button onPress={onClose} isDisabled={busy}>
            {t.common.cancel}
          </Button>
          <Button weight="primary" type="submit" form={FORM} isPending={busy}>
            {busy ? words.making : words.start}
          </Button>
        </>
      }
    >
      <form id={FORM} className="dossier-form" onSubmit={(event) => void submit(event)} noValidate>
        <p>{words.text}</p>
        <p>{words.leaves(check.invoices.length, formatMoney(check.claim.principal, lang))}</p>
        {first !== null && (
          <p className="strip strip-warning">
            <Icon name="held" />
            {first}
          </p>
        )}
        {check.gate === 'red' && (
          <div className="strip strip-warning">
            <Icon name="held" />
            <div>
              <p>{words.heldBack}</p>
              <ul>
                {check.reasons.map(({ code, message }) => (
                  <li key={`${code} ${message}`}>{message}</li>
                ))}
              </ul>
            </div>
          </div>
        )}
        {check.behind.length > 0 && <p>{words.stays(check.behind.length)}</p>}
        {check.early && (
          <div className="strip strip-warning">
            <Icon name="warning" />
            <div>
              <p>{words.tooEarly}</p>
              <Checkbox value={early} onChange={setEarly}>
                {words.early}
              </Checkbox>
              {tried && !early && <p role="alert">{words.earlyNeeded}</p>}
            </div>
          </div>
        )}
        {serious > 0 && (
          <p className="strip strip-warning">
            <Icon name="warning" />
            {words.gaps(serious)}
          </p>
        )}
        <fieldset className="dossier-group">
          <legend>{words.party}</legend>
          <p className="quiet">{words.partyLater}</p>
          <PartyFields value={to} onChange={setTo} problems={problems} optional />
        </fieldset>
        <PathField
          label={words.folder}
          help={words.file(check.file)}
          pickTitle={words.folderPick}
          value={folder}
          onChange={setFolder}
          problem={tried && folder.trim() === '' ? words.folderNeeded : problems.out}
          folder
        />
        <ErrorStrip reason={withoutFields(failure, ['name', 'email', 'out'])} />
      </form>
    </Dialog>
  );
}
