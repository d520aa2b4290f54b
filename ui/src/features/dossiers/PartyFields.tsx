// Who takes a dossier over: what they are, their name, their reference, their address.

import type { HandedTo, PartyKind } from '../../backend';
import { SelectField } from '../../components/SelectField';
import { TextField } from '../../components/TextField';
import { useText } from '../../i18n';
import type { Problems } from '../session/problems';

const kinds: readonly PartyKind[] = ['bailiff', 'agency', 'lawyer'];

export const nobody: HandedTo = { kind: 'bailiff', name: '' };

/** What the core wants: empty lines are left out. */
export function asTold(to: HandedTo): HandedTo {
  return {
    kind: to.kind,
    name: to.name,
    ...(to.reference && { reference: to.reference }),
    ...(to.email && { email: to.email }),
  };
}

/** Something is known of them, but not who they are. */
export function nameless({ name, reference, email }: HandedTo): boolean {
  return name.trim() === '' && `${reference ?? ''}${email ?? ''}`.trim() !== '';
}

type Props = { value: HandedTo; onChange: (to: HandedTo) => void; problems: Problems; optional?: boolean };

export function PartyFields({ value, onChange, problems, optional }: Props) {
  const t = useText();
  const words = t.dossiers.handover;
  return (
    <div className="party">
      <SelectField
        label={words.partyKind}
        value={value.kind}
        onChange={(kind) => onChange({ ...value, kind })}
        options={kinds.map((kind) => ({ value: kind, label: t.dossiers.party[kind] }))}
      />
      <TextField
        label={words.partyName}
        optional={optional ?? false}
        value={value.name}
        onChange={(name) => onChange({ ...value, name })}
        problem={problems.name}
        autoComplete="off"
      />
      <TextField
        label={words.reference}
        optional
        value={value.reference ?? ''}
        onChange={(reference) => onChange({ ...value, reference })}
        autoComplete="off"
      />
      <TextField
        label={words.email}
        optional
        type="email"
        value={value.email ?? ''}
        onChange={(email) => onChange({ ...value, email })}
        problem={problems.email}
        autoComplete="off"
      />
    </div>
  );
}
