// Collection costs over a principal, slice by slice.

import { useFirstField } from '../../components/arrival';
import { Money } from '../../components/Figures';
import { MoneyField } from '../../components/MoneyField';
import { Checkbox } from '../../components/Toggle';
import { useLanguage, useText } from '../../i18n';
import { formatMoney, toCents } from '../../money';
import { useDraft } from '../session/drafts';
import type { CostsAnswer } from './answers';
import { Calculation } from './Calculation';
import { articleOf, formatPercent, once, readMoney } from './read';

const empty = { principal: '', vat: false };

function Lines({ answer }: { answer: CostsAnswer }) {
  const t = useText();
  const words = t.calculator.costs;
  return (
    <div className="calc-scroll">
      <table className="calc-table">
        <caption>{t.calculator.lines}</caption>
        <thead>
          <tr>
            <th scope="col" className="end">
              {words.columns.over}
            </th>
            <th scope="col" className="end">
              {words.columns.percent}
            </th>
            <th scope="col" className="end">
              {words.columns.amount}
            </th>
            <th scope="col">{words.columns.basis}</th>
          </tr>
        </thead>
        <tbody>
          {answer.lines.map((line) => (
            <tr key={`${line.kind} ${line.base} ${line.percent}`}>
              <td className="end">
                {line.kind === 'tier' ? <Money value={line.base} /> : words.kinds[line.kind]}
              </td>
              <td className="end amount">{line.percent !== null && formatPercent(line.percent, t)}</td>
              <td className="end">
                <Money value={line.amount} />
              </td>
              <td title={line.basis}>{articleOf(line.basis)}</td>
            </tr>
          ))}
          {toCents(answer.vat) !== 0 && (
            <tr>
              <td className="end" colSpan={2}>
                {words.vatLine}
              </td>
              <td className="end">
                <Money value={answer.vat} />
              </td>
              <td>{words.vatRule}</td>
            </tr>
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2} className="end">
              {t.calculator.total}
            </th>
            <td className="end calc-keep">
              <Money value={answer.total} strong />
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

export function CostsCalc() {
  const first = useFirstField();
  const t = useText();
  const words = t.calculator.costs;
  const lang = useLanguage();
  const [form, setForm] = useDraft('calc.costs', empty);
  const principal = readMoney(form.principal, t);
  return (
    <Calculation<CostsAnswer>
      what="costs"
      asked={principal.value === null ? null : { principal: principal.value, vat_not_recoverable: form.vat }}
      missing={principal.value === null ? [words.principal] : []}
      onClear={() => setForm(empty)}
      form={
        <>
          <MoneyField
            label={words.principal}
            help={words.principalHelp}
            value={form.principal}
            onChange={(text) => setForm({ ...form, principal: text })}
            problem={principal.problem}
            autoFocus={first}
          />
          <Checkbox value={form.vat} onChange={(vat) => setForm({ ...form, vat })} help={words.vatHelp}>
            {words.vat}
          </Checkbox>
        </>
      }
      show={(answer) => {
        const total = formatMoney(answer.total, lang);
        return {
          headline: { label: words.headline, value: total },
          body: (
            <>
              <Lines answer={answer} />
              <p className="quiet">{words.consumer}</p>
            </>
          ),
          rules: once(answer.lines.map((line) => line.basis)),
          warnings: answer.warnings,
          text: [
            `${words.principal}: ${formatMoney(answer.principal, lang)}`,
            `${words.costs}: ${formatMoney(answer.costs, lang)}`,
            ...(toCents(answer.vat) === 0 ? [] : [`${words.vatLine}: ${formatMoney(answer.vat, lang)}`]),
            `${t.calculator.total}: ${total}`,
          ],
        };
      }}
    />
  );
}
