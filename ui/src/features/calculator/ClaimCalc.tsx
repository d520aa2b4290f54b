// A whole claim with its costs and payments: what is left of it on a day, and where each payment went.

import { DateText, Money } from '../../components/Figures';
import { formatDate } from '../../dates';
import { useLanguage, useText } from '../../i18n';
import { formatCents, formatMoney, sumCents, toCents } from '../../money';
import { useDraft } from '../session/drafts';
import { useSession } from '../session/session';
import type { ClaimAnswer } from './answers';
import { Calculation } from './Calculation';
import { ClaimFields } from './ClaimFields';
import { emptyClaim, missingIn, requestOf, type ClaimForm } from './claimForm';
import { Periods } from './Periods';
import { once } from './read';

type Claim = ClaimAnswer['claims'][number];

const openOf = (claim: Claim) =>
  sumCents([toCents(claim.principal_open), toCents(claim.interest_open), toCents(claim.costs_open)]);

function OpenTable({ answer }: { answer: ClaimAnswer }) {
  const t = useText();
  const words = t.calculator.claim;
  const lang = useLanguage();
  return (
    <div className="calc-scroll">
      <table className="calc-table">
        <caption>{words.open}</caption>
        <thead>
          <tr>
            <th scope="col">{words.columns.id}</th>
            {(['principal', 'interest', 'costs', 'total'] as const).map((part) => (
              <th scope="col" className="end" key={part}>
                {words.columns[part]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {answer.claims.map((claim) => (
            <tr key={claim.id}>
              <th scope="row">{claim.id}</th>
              {([claim.principal_open, claim.interest_open, claim.costs_open] as const).map((amount, at) => (
                // Three fixed places: principal, interest, costs.
                // oxlint-disable-next-line react/no-array-index-key
                <td className="end" key={at}>
                  <Money value={amount} />
                </td>
              ))}
              <td className="end amount">{formatCents(openOf(claim), lang)}</td>
            </tr>
          ))}
          {toCents(answer.joint_costs_total) !== 0 && (
            <tr>
              <th scope="row" colSpan={3}>
                {words.joint}
              </th>
              <td className="end">
                <Money value={answer.joint_costs_open} />
              </td>
              <td className="end">
                <Money value={answer.joint_costs_open} />
              </td>
            </tr>
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={4}>
              {t.calculator.total}
            </th>
            <td className="end">
              <Money value={answer.total_open} strong />
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function PaymentTable({ answer }: { answer: ClaimAnswer }) {
  const words = useText().calculator.claim;
  if (answer.payments.length === 0) return null;
  return (
    <div className="calc-scroll">
      <table className="calc-table">
        <caption>{words.went}</caption>
        <thead>
          <tr>
            <th scope="col">{words.wentColumns.date}</th>
            <th scope="col">{words.wentColumns.to}</th>
            {(['costs', 'interest', 'principal'] as const).map((part) => (
              <th scope="col" className="end" key={part}>
                {words.columns[part]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {answer.payments.flatMap((payment) => [
            ...payment.allocations.map((part) => (
              <tr key={`${payment.date} ${payment.amount} ${part.claim}`}>
                <td>
                  <DateText value={payment.date} />
                </td>
                <td>{part.claim ?? words.joint}</td>
                <td className="end">
                  <Money value={part.costs} />
                </td>
                <td className="end">
                  <Money value={part.interest} />
                </td>
                <td className="end">
                  <Money value={part.principal} />
                </td>
              </tr>
            )),
            ...(toCents(payment.unallocated) === 0
              ? []
              : [
                  <tr key={`${payment.date} ${payment.unallocated} left`}>
                    <td>
                      <DateText value={payment.date} />
                    </td>
                    <td colSpan={3}>{words.left}</td>
                    <td className="end">
                      <Money value={payment.unallocated} />
                    </td>
                  </tr>,
                ]),
          ])}
        </tbody>
      </table>
      <p className="quiet">{words.rule}</p>
    </div>
  );
}

export function ClaimCalc() {
  const t = useText();
  const words = t.calculator.claim;
  const lang = useLanguage();
  const { info } = useSession();
  const empty: ClaimForm = {
    date: info.today,
    included: true,
    claims: [emptyClaim],
    costs: [],
    payments: [],
  };
  const [form, setForm] = useDraft('calc.claim', empty);
  const day = form.date ? formatDate(form.date, t) : '';
  return (
    <Calculation<ClaimAnswer>
      what="claim"
      asked={requestOf(form, t)}
      missing={missingIn(form, t)}
      onClear={() => setForm(empty)}
      form={<ClaimFields form={form} change={(part) => setForm({ ...form, ...part })} />}
      show={(answer) => {
        const total = formatMoney(answer.total_open, lang);
        const perDay = words.perDay(formatMoney(answer.per_day, lang));
        return {
          headline: { label: words.headline(day), value: total },
          body: (
            <>
              <p className="quiet">{perDay}</p>
              <OpenTable answer={answer} />
              <PaymentTable answer={answer} />
              {answer.claims
                .filter((claim) => claim.lines.length > 0)
                .map((claim) => (
                  <Periods
                    key={claim.id}
                    lines={claim.lines}
                    total={claim.interest_total}
                    caption={words.interestOn(claim.id)}
                  />
                ))}
            </>
          ),
          rules: once(answer.claims.flatMap((claim) => claim.lines.map((line) => line.basis))),
          warnings: answer.warnings,
          text: [
            ...answer.claims.map(
              (claim) =>
                `${claim.id}: ${words.columns.principal} ${formatMoney(claim.principal_open, lang)}, ${words.columns.interest} ${formatMoney(claim.interest_open, lang)}, ${words.columns.costs} ${formatMoney(claim.costs_open, lang)}`,
            ),
            `${words.headline(day)}: ${total}`,
            perDay,
          ],
        };
      }}
    />
  );
}
