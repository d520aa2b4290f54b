// An invoice typed by hand, for a known customer or a new one.

import { useState } from 'react';
import type { CustomerKind } from '../../backend';
import { Button } from '../../components/Button';
import { Choice } from '../../components/Choice';
import { DateField } from '../../components/DateField';
import { MoneyField } from '../../components/MoneyField';
import { SelectField } from '../../components/SelectField';
import { TextField } from '../../components/TextField';
import { useLanguage, useText } from '../../i18n';
import { useSession } from '../session/session';
import { ActDialog } from './ActDialog';
import type { Subject } from './acts';
import { CustomerPick } from './CustomerPick';
import { checkInvoice, emptyInvoice, invoiceRequest, type InvoiceForm } from './invoiceForm';
import { useActForm, type ActForm } from './useActForm';

const kinds: readonly CustomerKind[] = ['unknown', 'consumer', 'business', 'government'];

type Part = { form: ActForm<InvoiceForm> };
type TextName = {
  [Name in keyof InvoiceForm]: InvoiceForm[Name] extends string ? Name : never;
}[keyof InvoiceForm];

function Words({
  form,
  name,
  label,
  optional,
}: Part & { name: TextName; label: string; optional?: boolean }) {
  return (
    <TextField
      label={label}
      optional={optional ?? false}
      value={form.form[name]}
      onChange={(value) => form.set({ [name]: value })}
      problem={form.problems[name]}
    />
  );
}

function Whose({ form }: Part) {
  const t = useText();
  const words = t.acts.invoiceForm;
  const { whose, customer, kind } = form.form;
  return (
    <>
      <Choice
        label={words.whose}
        value={whose}
        onChange={(chosen) => form.set({ whose: chosen })}
        options={[
          { value: 'known', title: words.known },
          { value: 'fresh', title: words.fresh },
        ]}
      />
      {whose === 'known' ? (
        <CustomerPick
          label={words.customer}
          help={t.acts.merge.otherHelp}
          value={customer}
          onChange={(picked) => form.set({ customer: picked })}
          problem={form.problems.customer}
        />
      ) : (
        <>
          <div className="act-pair">
            <Words form={form} name="name" label={words.name} />
            <SelectField
              label={words.kind}
              options={kinds.map((value) => ({ value, label: t.customers.kind[value] }))}
              value={kind}
              onChange={(chosen) => form.set({ kind: chosen })}
            />
          </div>
          <div className="act-pair">
            <Words form={form} name="street" label={words.street} optional />
            <Words form={form} name="email" label={words.email} optional />
          </div>
          <div className="act-pair">
            <Words form={form} name="postcode" label={words.postcode} optional />
            <Words form={form} name="city" label={words.city} optional />
          </div>
        </>
      )}
    </>
  );
}

function Extra({ form }: Part) {
  const t = useText();
  const words = t.acts.invoiceForm;
  const used = form.form.payment_reference + form.form.description + form.form.credits + form.form.contract;
  const [shown, setShown] = useState(used !== '' || form.form.received !== null);
  if (!shown) {
    return (
      <div>
        <Button weight="link" onPress={() => setShown(true)}>
          {words.extra}
        </Button>
      </div>
    );
  }
  return (
    <>
      <Words form={form} name="description" label={words.description} optional />
      <div className="act-pair">
        <Words form={form} name="payment_reference" label={words.reference} optional />
        <Words form={form} name="credits" label={words.credits} optional />
      </div>
      <div className="act-pair">
        <Words form={form} name="contract" label={words.contract} optional />
        <DateField
          label={words.received}
          optional
          value={form.form.received}
          onChange={(received) => form.set({ received })}
          problem={form.problems.received}
        />
      </div>
    </>
  );
}

export function InvoiceDialog(props: { subject: Subject | null; onClose: () => void }) {
  const { subject, onClose } = props;
  const t = useText();
  const lang = useLanguage();
  const { info } = useSession();
  const words = t.acts.invoiceForm;
  const form = useActForm<'invoice_add', InvoiceForm>({
    command: 'invoice_add',
    draft: `invoice ${subject?.customer ?? ''}`,
    initial: emptyInvoice(info.today, subject && { id: subject.customer, name: subject.name }),
    check: (typed) => checkInvoice(typed, info.today, t),
    request: (typed) => invoiceRequest(typed, lang),
    codes: { duplicate_invoice: 'number', unknown_customer: 'customer', unknown_invoice: 'credits' },
    onDone: onClose,
  });
  return (
    <ActDialog title={t.acts.name.invoice} form={form} submit={words.submit} wide onClose={onClose}>
      <Whose form={form} />
      <div className="act-pair act-line">
        <Words form={form} name="number" label={words.number} />
        <DateField
          label={words.date}
          value={form.form.date}
          onChange={(date) => form.set({ date })}
          problem={form.problems.date}
        />
        <DateField
          label={words.due}
          help={words.dueHelp}
          value={form.form.due}
          onChange={(due) => form.set({ due })}
          problem={form.problems.due}
        />
      </div>
      <div className="act-pair">
        <MoneyField
          label={words.amount}
          help={words.amountHelp}
          value={form.form.amount}
          onChange={(amount) => form.set({ amount })}
          problem={form.problems.amount}
        />
        <MoneyField
          label={words.vat}
          optional
          value={form.form.vat}
          onChange={(vat) => form.set({ vat })}
          problem={form.problems.vat}
        />
      </div>
      <Extra form={form} />
    </ActDialog>
  );
}
