// A form that does one act: what was typed is kept until it is done, and what is wrong stands under its field.

import { useState, type FormEvent } from 'react';
import type { CommandName, Commands } from '../../backend';
import { ApiFailure } from '../../backend';
import { useDraft } from '../session/drafts';
import { problemsOf, withoutFields, type Problems } from '../session/problems';
import { useAct } from '../session/useAct';

type Options<Name extends CommandName, Form extends object> = {
  command: Name;
  /** Under which name the draft is kept: the act and what it is about. */
  draft: string;
  initial: Form;
  /** What is wrong before the core is asked, by field. */
  check: (form: Form) => Problems;
  request: (form: Form) => Commands[Name]['req'];
  /** Refusals of the core that are about one field. */
  codes?: Partial<Record<string, keyof Form & string>>;
  /** Says nothing when it went well: who asked will. */
  quiet?: boolean;
  onDone: (answer: Commands[Name]['res']) => void;
};

export type ActForm<Form> = {
  form: Form;
  set: (part: Partial<Form>) => void;
  problems: Problems;
  /** What is left to say above the form. */
  reason: unknown;
  busy: boolean;
  submit: (event: FormEvent) => void;
  forget: () => void;
  /** Takes the form's element, to point at what is wrong. */
  attach: (element: HTMLFormElement | null) => void;
};

function saidByCore(
  failure: unknown,
  codes: Partial<Record<string, string>>,
): { problems: Problems; reason: unknown } {
  const named = problemsOf(failure);
  const field = failure instanceof ApiFailure ? codes[failure.error.code] : undefined;
  if (field && failure instanceof ApiFailure) {
    const { message, hint } = failure.error;
    return { problems: { [field]: hint ? `${message} ${hint}` : message }, reason: null };
  }
  return { problems: named, reason: withoutFields(failure, Object.keys(named)) };
}

export function useActForm<Name extends CommandName, Form extends object>(
  options: Options<Name, Form>,
): ActForm<Form> {
  const { command, draft, initial, check, request, codes = {}, quiet, onDone } = options;
  const [form, setForm, forget] = useDraft<Form>(draft, initial);
  const { act, busy, failure } = useAct();
  const [found, setFound] = useState<Problems>({});
  const [edited, setEdited] = useState<ReadonlySet<string>>(new Set());
  const [element, attach] = useState<HTMLFormElement | null>(null);
  const core = saidByCore(failure, codes);

  const set = (part: Partial<Form>) => {
    setForm({ ...form, ...part });
    setEdited(new Set([...edited, ...Object.keys(part)]));
  };
  const toFirstProblem = () =>
    setTimeout(() =>
      element
        ?.querySelector<HTMLElement>(
          '[data-invalid] :is(input, textarea, button, [role="spinbutton"]), [data-invalid][role="group"]',
        )
        ?.focus(),
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const problems = check(form);
    setFound(problems);
    setEdited(new Set());
    if (Object.keys(problems).length > 0) {
      toFirstProblem();
      return;
    }
    void act(command, request(form), { ownErrors: true, quiet: quiet ?? false }).then((answer) => {
      if (answer === null) {
        toFirstProblem();
        return;
      }
      forget();
      onDone(answer);
    });
  };
  // What was corrected since is no longer wrong until the core says so again.
  const problems = Object.fromEntries(
    Object.entries({ ...core.problems, ...found }).filter(([field]) => !edited.has(field)),
  );
  return { form, set, problems, reason: core.reason, busy, submit, forget, attach };
}
