// Trying a text on every customer who could ever get it. Long work: it can be stopped.

import { useCallback, useMemo, useState } from 'react';
import { ApiFailure, useBackend, type TemplateChecked } from '../../../backend';

type State = {
  /** The text that was tried; null: none yet. */
  of: string | null;
  result: TemplateChecked | undefined;
  error: unknown;
  busy: boolean;
};

const NONE: State = { of: null, result: undefined, error: null, busy: false };

export function useTemplateCheck(name: string) {
  const backend = useBackend();
  const [state, setState] = useState<State>(NONE);
  const run = useCallback(
    async (text: string): Promise<TemplateChecked | null> => {
      setState({ of: text, result: undefined, error: null, busy: true });
      try {
        const result = await backend.call('template_check', { name, text });
        setState({ of: text, result, error: null, busy: false });
        return result;
      } catch (error) {
        // Stopped by the user: nothing was tried, and nothing is wrong.
        const stopped = error instanceof ApiFailure && error.error.code === 'job_cancelled';
        setState(stopped ? NONE : { of: text, result: undefined, error, busy: false });
        return null;
      }
    },
    [backend, name],
  );
  return useMemo(() => ({ ...state, run }), [state, run]);
}

export type TemplateCheck = ReturnType<typeof useTemplateCheck>;
