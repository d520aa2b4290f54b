// The rows of a whole claim: claims, costs, payments. Each can be added and taken away.

import type { ReactNode } from 'react';
import { Button, IconButton } from '../../components/Button';
import { DateField } from '../../components/DateField';
import { MoneyField } from '../../components/MoneyField';
import { SelectField } from '../../components/SelectField';
import { TextField } from '../../components/TextField';
import { Checkbox } from '../../components/Toggle';
import { useText } from '../../i18n';
import { emptyClaim, nameOf, twice, type ClaimForm } from './claimForm';
import { regimes } from './InterestCalc';
import { readMoney, readPercent } from './read';

type Props = { form: ClaimForm; change: (part: Partial<ClaimForm>) => void };

function Group(props: { title: string; add: string; onAdd: () => void; children: ReactNode }) {
  return (
    <fieldset className="calc-group">
      <legend>{props.title}</legend>
      {props.children}
      <div>
        <Button icon="create" onPress={props.onAdd}>
          {props.add}
        </Button>
      </div>
    </fieldset>
  );
}

const changed = <Row,>(rows: readonly Row[], at: number, part: Partial<Row>) =>
  rows.map((row, index) => (index === at ? { ...row, ...part } : row));
const without = <Row,>(rows: readonly Row[], at: number) => rows.filter((_, index) => index !== at);

function Claims({ form, change }: Props) {
  const t = useText();
  const words = t.calculator.claim;
  const same = twice(form, t);
  return (
    <Group
      title={words.claims}
      add={words.addClaim}
      onAdd={() =>
        change({
          claims: [...form.claims, { ...emptyClaim, regime: form.claims.at(-1)?.regime ?? 'commercial' }],
        })
      }
    >
      {form.claims.map((row, index) => {
        const put = (part: Partial<typeof row>) => change({ claims: changed(form.claims, index, part) });
        const name = nameOf(row, index, t);
        return (
          // Rows have no name of their own until one is typed; they never change places.
          // oxlint-disable-next-line react/no-array-index-key
          <div className="calc-block" role="group" aria-label={name} key={index}>
            <div className="calc-pair">
              <div className="calc-wide">
                <TextField
                  label={words.id}
                  optional
                  value={row.id}
                  onChange={(id) => put({ id })}
                  problem={name === same ? t.calculator.problem.name : undefined}
                  placeholder={words.claim(index + 1)}
                />
              </div>
              <MoneyField
                label={words.principal}
                value={row.principal}
                onChange={(principal) => put({ principal })}
                problem={readMoney(row.principal, t).problem}
              />
              <DateField label={words.from} value={row.from} onChange={(from) => put({ from })} />
              <div className="calc-wide">
                <SelectField
                  label={words.regime}
                  value={row.regime}
                  onChange={(regime) => put({ regime })}
                  options={regimes.map((value) => ({
                    value,
                    label: t.calculator.interest.regimes[value].title,
                  }))}
                />
              </div>
              {row.regime === 'contract' && (
                <TextField
                  label={words.percent}
                  value={row.percent}
                  onChange={(percent) => put({ percent })}
                  problem={readPercent(row.percent, t).problem}
                  inputMode="decimal"
                />
              )}
            </div>
            {form.claims.length > 1 && (
              <IconButton
                icon="close"
                label={words.removeClaim(name)}
                onPress={() => change({ claims: without(form.claims, index) })}
              />
            )}
          </div>
        );
      })}
    </Group>
  );
}

function Costs({ form, change }: Props) {
  const t = useText();
  const words = t.calculator.claim;
  return (
    <Group
      title={words.costs}
      add={words.addCosts}
      onAdd={() => change({ costs: [...form.costs, { amount: '', from: null }] })}
    >
      {form.costs.map((row, index) => (
        // oxlint-disable-next-line react/no-array-index-key
        <div className="calc-block" role="group" aria-label={words.cost(index + 1)} key={index}>
          <div className="calc-pair">
            <MoneyField
              label={words.amount}
              value={row.amount}
              onChange={(amount) => change({ costs: changed(form.costs, index, { amount }) })}
              problem={readMoney(row.amount, t).problem}
            />
            <DateField
              label={words.dueFrom}
              value={row.from}
              onChange={(from) => change({ costs: changed(form.costs, index, { from }) })}
            />
          </div>
          <IconButton
            icon="close"
            label={words.remove(words.cost(index + 1))}
            onPress={() => change({ costs: without(form.costs, index) })}
          />
        </div>
      ))}
    </Group>
  );
}

function Payments({ form, change }: Props) {
  const t = useText();
  const words = t.calculator.claim;
  return (
    <Group
      title={words.payments}
      add={words.addPayment}
      onAdd={() => change({ payments: [...form.payments, { amount: '', date: null }] })}
    >
      {form.payments.map((row, index) => (
        // oxlint-disable-next-line react/no-array-index-key
        <div className="calc-block" role="group" aria-label={words.payment(index + 1)} key={index}>
          <div className="calc-pair">
            <DateField
              label={words.paidOn}
              value={row.date}
              onChange={(date) => change({ payments: changed(form.payments, index, { date }) })}
            />
            <MoneyField
              label={words.amount}
              value={row.amount}
              onChange={(amount) => change({ payments: changed(form.payments, index, { amount }) })}
              problem={readMoney(row.amount, t).problem}
            />
          </div>
          <IconButton
            icon="close"
            label={words.remove(words.payment(index + 1))}
            onPress={() => change({ payments: without(form.payments, index) })}
          />
        </div>
      ))}
      {form.payments.length > 0 && (
        <Checkbox value={form.included} onChange={(included) => change({ included })}>
          {words.paymentDay}
        </Checkbox>
      )}
    </Group>
  );
}

export function ClaimFields({ form, change }: Props) {
  const t = useText();
  return (
    <>
      <DateField label={t.calculator.claim.date} value={form.date} onChange={(date) => change({ date })} />
      <Claims form={form} change={change} />
      <Costs form={form} change={change} />
      <Payments form={form} change={change} />
    </>
  );
}
