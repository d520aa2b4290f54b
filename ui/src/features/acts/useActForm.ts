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
  /** Words of our own for a refusal, by its code or by the field it names: here more is known of what to do. */
  words?: Partial<Record<string, string>>;
  /** Fields that stand in the form under a name of the core's. */
  also?: readonly string[];
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

type Words = Partial<Record<string, string>>;

function saidByCore(
  failure: unknown,
  codes: Partial<Record<string, string>>,
  words: Words,
  fields: readonly string[],
): { problems: Problems; reason: unknown } {
  if (!(failure instanceof ApiFailure)) return { problems: {}, reason: failure };
  const { code, message, hint } = failure.error;
  const field = codes[code];
  if (field) {
    return { problems: { [field]: words[code] ?? [message, hint].filter(Boolean).join(' ') }, reason: null };
  }
  const named = problemsOf(failure);
  // What is about a field that does not stand here is said above the form: silence would be worse.
  const homeless = Object.entries(named).filter(([name]) => !fields.includes(name));
  if (homeless.length > 0) {
    const said = homeless.map(([name, problem]) => words[name] ?? problem).join(' ');
    return { problems: named, reason: new ApiFailure({ ...failure.error, message: said, hint: null }) };
  }
  return { problems: named, reason: withoutFields(failure, Object.keys(named)) };
}

export function useActForm<Name extends CommandName, Form extends object>(
  options: Options<Name, Form>,
): ActForm<Form> {
  const {
    command,
    draft,
    initial,
    check,
    request,
    codes = {},
    words = {},
    also = [],
    quiet,
    onDone,
  } = options;
  const [form, setForm, forget] = useDraft<Form>(draft, initial);
  const { act, busy, failure } = useAct();
  const [found, setFound] = useState<Problems>({});
  const [edited, setEdited] = useState<ReadonlySet<string>>(new Set());
  const [element, attach] = useState<HTMLFormElement | null>(null);
  const core = saidByCore(failure, codes, words, [...Object.keys(initial), ...also]);

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
