// The statutory rates with their source, and adding one that the program does not ship yet.

import { useState, type FormEvent } from 'react';
import type { IsoDate, RateView, RatesView } from '../../backend';
import { Button } from '../../components/Button';
import { Chip } from '../../components/Chip';
import { Choice } from '../../components/Choice';
import { DateField } from '../../components/DateField';
import { Dialog } from '../../components/Dialog';
import { DateText } from '../../components/Figures';
import { ErrorStrip } from '../../components/States';
import { TextField } from '../../components/TextField';
import { formatDate } from '../../dates';
import { useText } from '../../i18n';
import { formatPercent, readPercent } from '../calculator/read';
import { problemsOf, withoutFields } from '../session/problems';
import { useDraft } from '../session/drafts';
import { useAct } from '../session/useAct';
import { Block, Loaded, Part } from './Part';
import { useRates } from './useSettings';

const kinds = ['commercial', 'consumer', 'government'] as const;
type Kind = (typeof kinds)[number];
const FORM = 'rate-form';

type NewRate = { start: IsoDate | null; percent: string; source: string };
const noRate: NewRate = { start: null, percent: '', source: '' };

function AddRate({ kind, onClose }: { kind: Kind; onClose: () => void }) {
  const t = useText();
  const words = t.settings.rates;
  const { act, busy, failure } = useAct();
  const [{ start, percent, source }, set, forget] = useDraft<NewRate>(`settings.rate.${kind}`, noRate);
  const change = (part: Partial<NewRate>) => set({ start, percent, source, ...part });
  const [tried, setTried] = useState(false);
  const read = readPercent(percent, t);
  const problems = problemsOf(failure);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (start === null || read.value === null || source.trim() === '') return;
    const rate = { kind, start, percent: read.value, source: source.trim() };
    if (!(await act('configure', { what: 'rate', rate }, { ownErrors: true }))) return;
    forget();
    onClose();
  };
  return (
    <Dialog
      title={`${words.addTitle}: ${words.kinds[kind].toLowerCase()}`}
      isOpen
      onClose={onClose}
      keepOpen={busy}
      buttons={
        <>
          <Button onPress={onClose}>{t.common.cancel}</Button>
          <Button weight="primary" type="submit" form={FORM} isPending={busy}>
            {t.settings.save}
          </Button>
        </>
      }
    >
      <form id={FORM} className="part-form" onSubmit={(event) => void submit(event)} noValidate>
        <p className="quiet">{words.addText}</p>
        <div className="part-pair">
          <DateField
            label={words.start}
            value={start}
            onChange={(day) => change({ start: day })}
            problem={tried && start === null ? words.dateProblem : undefined}
            autoFocus
          />
          <TextField
            label={words.percent}
            value={percent}
            onChange={(text) => change({ percent: text })}
            inputMode="decimal"
            problem={read.problem ?? (tried && read.value === null ? words.percentProblem : undefined)}
          />
        </div>
        <TextField
          label={words.source}
          value={source}
          onChange={(text) => change({ source: text })}
          problem={tried && source.trim() === '' ? words.sourceProblem : problems.source}
        />
        <ErrorStrip reason={withoutFields(failure, ['source'])} />
      </form>
    </Dialog>
  );
}

/** Each with two places, so that they stand in line. */
function twoPlaces(percent: string): string {
  const [whole, places = ''] = percent.split('.');
  return `${whole}.${places.padEnd(2, '0')}`;
}

function RateTable({ rates, kind }: { rates: readonly RateView[]; kind: Kind }) {
  const t = useText();
  const words = t.settings.rates;
  if (rates.length === 0) return <p className="quiet">{words.government}</p>;
  return (
    // Focusable, because it scrolls and has nothing else to focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="part-scroll" role="region" aria-label={words.table(words.kinds[kind])} tabIndex={0}>
      <table className="part-table">
        <thead>
          <tr>
            <th scope="col">{words.columns.from}</th>
            <th scope="col">{words.columns.through}</th>
            <th scope="col" className="end">
              {words.columns.percent}
            </th>
            <th scope="col">{words.columns.source}</th>
          </tr>
        </thead>
        <tbody>
          {rates.map((rate) => (
            <tr key={rate.from}>
              <td>
                <DateText value={rate.from} />
              </td>
              <td className={rate.through ? undefined : 'quiet'}>
                {rate.through ? <DateText value={rate.through} /> : words.now}
              </td>
              <td className="end amount">{formatPercent(twoPlaces(rate.percent), t)}</td>
              <td>
                {rate.source} {rate.own && <Chip tone="accent">{words.own}</Chip>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Shown({ view }: { view: RatesView }) {
  const t = useText().settings.rates;
  const [kind, setKind] = useState<Kind>('commercial');
  const [adding, setAdding] = useState(false);
  return (
    <Block text={t.after}>
      <div className="part-row">
        <Choice
          label={t.which}
          value={kind}
          onChange={setKind}
          options={kinds.map((value) => ({ value, title: t.kinds[value] }))}
        />
        <Button icon="create" onPress={() => setAdding(true)}>
          {t.add}
        </Button>
      </div>
      <RateTable kind={kind} rates={view.rates.filter((rate) => rate.kind === kind)} />
      {adding && <AddRate kind={kind} onClose={() => setAdding(false)} />}
    </Block>
  );
}

export function RatesPart() {
  const t = useText();
  const asked = useRates();
  const until = asked.data && formatDate(asked.data.verified_until, t);
  return (
    <Part title={t.settings.tabs.rates} lead={until && t.settings.rates.lead(until)}>
      <Loaded asked={asked}>{(view) => <Shown view={view} />}</Loaded>
    </Part>
  );
}
