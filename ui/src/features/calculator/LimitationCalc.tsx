// Until when a claim can be saved by a letter.

import type { IsoDate } from '../../backend';
import { useFirstField } from '../../components/arrival';
import { Button, IconButton } from '../../components/Button';
import { Choice } from '../../components/Choice';
import { DateField } from '../../components/DateField';
import { formatLongDate } from '../../dates';
import { useText } from '../../i18n';
import { useDraft } from '../session/drafts';
import type { LimitationAnswer } from './answers';
import { Calculation } from './Calculation';

const kinds = ['contract', 'consumer-sale', 'periodic', 'judgment'] as const;

type Form = { due: IsoDate | null; kind: (typeof kinds)[number]; interrupted: (IsoDate | null)[] };

const empty: Form = { due: null, kind: 'contract', interrupted: [] };

export function LimitationCalc() {
  const first = useFirstField();
  const t = useText();
  const words = t.calculator.limitation;
  const [form, setForm] = useDraft('calc.limitation', empty);
  const change = (part: Partial<Form>) => setForm({ ...form, ...part });
  const put = (index: number, date: IsoDate | null) =>
    change({ interrupted: form.interrupted.map((known, at) => (at === index ? date : known)) });
  return (
    <Calculation<LimitationAnswer>
      what="limitation"
      asked={
        form.due === null
          ? null
          : {
              due: form.due,
              kind: form.kind,
              interrupted: form.interrupted.filter((date) => date !== null),
            }
      }
      missing={form.due === null ? [words.due] : []}
      onClear={() => setForm(empty)}
      form={
        <>
          <Choice
            label={words.kind}
            value={form.kind}
            onChange={(kind) => change({ kind })}
            options={kinds.map((value) => ({ value, ...words.kinds[value] }))}
          />
          <DateField
            label={words.due}
            help={words.dueHelp}
            value={form.due}
            onChange={(due) => change({ due })}
            autoFocus={first}
          />
          {form.interrupted.map((date, index) => (
            // Rows have no name but their place; they are only added and taken away at will.
            // oxlint-disable-next-line react/no-array-index-key
            <div className="calc-row" key={index}>
              <DateField label={words.interrupted} value={date} onChange={(value) => put(index, value)} />
              <IconButton
                icon="close"
                label={words.remove(index + 1)}
                onPress={() => change({ interrupted: form.interrupted.filter((_, at) => at !== index) })}
              />
            </div>
          ))}
          <div>
            <Button icon="create" onPress={() => change({ interrupted: [...form.interrupted, null] })}>
              {words.add}
            </Button>
          </div>
        </>
      }
      show={(answer) => {
        const day = formatLongDate(answer.last_safe_day, t);
        return {
          headline: { label: words.headline, value: day },
          body: <p>{words.text}</p>,
          rules: answer.basis.split('; '),
          warnings: answer.warnings,
          text: [
            `${words.headline}: ${day}`,
            words.text,
            answer.basis,
            ...answer.warnings.map(({ message }) => message),
          ],
        };
      }}
    />
  );
}
