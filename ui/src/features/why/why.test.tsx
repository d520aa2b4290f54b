import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { explainedSum } from '../../testing/explained';
import { renderApp } from '../../testing/fake';
import { appInfo, open } from '../../testing/fixtures';

describe('why', () => {
  it('explains a word of the sentence: customers, their invoices, and what is not read yet', async () => {
    const { user, called } = renderApp({ app_info: () => appInfo(open), explain_sum: explainedSum });
    const sentence = await screen.findByRole('heading', { level: 1, name: /open/ }, { timeout: 10_000 });
    const [, late] = within(sentence).getAllByRole('button');
    if (!late) throw new Error('the sentence has two amounts');
    await user.click(late);
    const sheet = await screen.findByRole('dialog', { name: 'Berekening: Te laat' });
    await within(sheet).findByText(/vanaf de dag na de uiterste betaaldag/);
    expect(called('explain_sum')[0]?.payload).toEqual({ of: 'late', offset: 0, limit: 100 });
    expect(
      within(sheet).getByText(/Nog 1, samen €\s1\.200,00/),
      'what is not shown still adds up',
    ).toBeTruthy();
    await user.click(within(sheet).getByRole('button', { name: 'Toon de volgende 1' }));
    expect(called('explain_sum').at(-1)?.payload).toMatchObject({ offset: 2 });
    await user.click(await within(sheet).findByRole('button', { name: /^Dijk/ }));
    expect(
      await within(sheet).findByText('Betaald'),
      'an invoice says how its amount came about',
    ).toBeTruthy();
    expect(called('explain_sum').at(-1)?.payload).toMatchObject({ of: 'late', customer: 'K-3' });
  });
});
