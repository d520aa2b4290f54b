// Aanmanen over a core that answers as usual, for component tests.

import { screen, within } from '@testing-library/react';
import { letterPreview, letterRow, run, runRow } from './letters';
import { refusal, renderApp, type Answers } from './fake';
import { appInfo, open, proposalsPage } from './fixtures';

export const letters = [
  letterRow(),
  letterRow({
    letter: 'B-2',
    customer: 'K-2',
    name: 'Scheepswerf Noord',
    step: 'reminder',
    channels: ['email'],
  }),
];

export function inside(answers: Answers = {}, picked: string | null = null) {
  return renderApp(
    {
      app_info: () => appInfo(open),
      proposals: (ask) => proposalsPage(ask, run),
      letter_preview: ({ customer, text }) => {
        const of = run.find((letter) => letter.customer === customer);
        if (!of) throw refusal({ code: 'no_letter_due', message: 'Geen brief.' });
        return letterPreview({ of, ...(text !== undefined && { text, pdf: btoa(`eigen ${text.length}`) }) });
      },
      run_approve: () => ({ run: 'R-9', letters, skipped: [] }),
      run_letters: () => ({ run: runRow(), letters, changed: [] }),
      runs: () => ({ total: 1, runs: [runRow()] }),
      letter_pdf: ({ letter }) => ({
        pdf: btoa(`bewaard ${letter}`),
        sha256: 'abc123',
        letter: letters.find((one) => one.letter === letter) ?? letterRow(),
      }),
      hold: () => ({ id: 'F-1', done: 'Gepauzeerd.' }),
      undo: () => ({ id: 'F-2', done: 'Ongedaan gemaakt.' }),
      ...answers,
    },
    picked,
  );
}

export async function toRun(user: ReturnType<typeof renderApp>['user']) {
  await screen.findByRole('navigation');
  await user.keyboard('{Control>}5{/Control}');
  const list = await screen.findByRole('listbox', { name: 'Brieven van deze ronde' });
  await within(list).findByRole('option', { name: /Zeilmakerij Bries/ });
  return list;
}
