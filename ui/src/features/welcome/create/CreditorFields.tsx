// The creditor's details, in four groups.

import type { ReactNode } from 'react';
import type { CreditorForm, EnvelopeWindow } from '../../../backend';
import { Choice } from '../../../components/Choice';
import { NumberField } from '../../../components/NumberField';
import { SelectField } from '../../../components/SelectField';
import { TextField } from '../../../components/TextField';
import { Checkbox } from '../../../components/Toggle';
import { useText } from '../../../i18n';
import type { Problems } from '../../session/problems';
import { legalForms, listedForm } from './creditor';

type Props = { creditor: CreditorForm; onChange: (creditor: CreditorForm) => void; problems: Problems };

/** The details that are plain lines of text. */
type Line =
  | 'name'
  | 'street'
  | 'address_extra'
  | 'postcode'
  | 'city'
  | 'country'
  | 'kvk'
  | 'vat'
  | 'iban'
  | 'email'
  | 'phone';

const windows: readonly EnvelopeWindow[] = ['left', 'right'];

function Group(props: { title: string; children: ReactNode }) {
  return (
    <fieldset className="create-group">
      <legend>{props.title}</legend>
      <div className="create-grid">{props.children}</div>
    </fieldset>
  );
}

export function CreditorFields({ creditor, onChange, problems }: Props) {
  const t = useText().welcome.creditor;
  const forms = useText().legalForms;
  const change = (part: Partial<CreditorForm>) => onChange({ ...creditor, ...part });
  const line = (
    field: Line,
    label: string,
    width: string,
    more: { optional?: boolean; type?: string } = {},
  ) => (
    <div className={width}>
      <TextField
        label={label}
        name={field}
        value={creditor[field]}
        onChange={(value) => change({ [field]: value })}
        problem={problems[field]}
        {...more}
      />
    </div>
  );
  return (
    <>
      <Group title={t.groups.who}>
        {line('name', t.name, 'w8')}
        <div className="w4">
          <SelectField
            label={t.legalForm}
            value={listedForm(creditor.legal_form)}
            onChange={(legal_form) => change({ legal_form })}
            options={legalForms.map((value) => ({ value, label: forms[value] }))}
            problem={problems.legal_form}
          />
        </div>
        {line('kvk', t.kvk, 'w6')}
        {line('vat', t.vat, 'w6', { optional: true })}
      </Group>
      <Group title={t.groups.where}>
        {line('street', t.street, 'w6')}
        {line('address_extra', t.addressExtra, 'w6', { optional: true })}
        {line('postcode', t.postcode, 'w3')}
        {line('city', t.city, 'w6')}
        {line('country', t.country, 'w3')}
      </Group>
      <Group title={t.groups.pay}>
        {line('iban', t.iban, 'w12')}
        {line('email', t.email, 'w6', { type: 'email' })}
        {line('phone', t.phone, 'w6', { optional: true, type: 'tel' })}
      </Group>
      <Group title={t.groups.term}>
        <div className="w6">
          <NumberField
            label={t.termDays}
            name="term_days"
            value={creditor.term_days}
            onChange={(term_days) => change({ term_days: Number.isFinite(term_days) ? term_days : 0 })}
            minValue={0}
            maxValue={365}
            problem={problems.term_days}
          />
        </div>
        <div className="w6">
          <Choice
            label={t.window}
            value={creditor.window}
            onChange={(window) => change({ window })}
            options={windows.map((value) => ({ value, title: t.windows[value] }))}
          />
        </div>
        <div className="w12 create-checks">
          <Checkbox
            value={creditor.term_agreed}
            onChange={(term_agreed) => change({ term_agreed })}
            help={t.termAgreedHelp}
          >
            {t.termAgreed}
          </Checkbox>
          <Checkbox value={creditor.collection_vat} onChange={(collection_vat) => change({ collection_vat })}>
            {t.collectionVat}
          </Checkbox>
          <Checkbox
            value={creditor.collects_for_others}
            onChange={(collects_for_others) => change({ collects_for_others, register_number: null })}
            help={t.collectsForOthersHelp}
          >
            {t.collectsForOthers}
          </Checkbox>
        </div>
        {creditor.collects_for_others && (
          <div className="w6">
            <TextField
              label={t.registerNumber}
              name="register_number"
              optional
              value={creditor.register_number ?? ''}
              onChange={(value) => change({ register_number: value === '' ? null : value })}
              problem={problems.register_number}
            />
          </div>
        )}
      </Group>
    </>
  );
}
