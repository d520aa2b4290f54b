// The window at an opened customer, for tests of what can be done there.

import { screen, within } from '@testing-library/react';
import type { CommandName } from '../backend';
import { customerDetail, customerRow, customersPage, invoiceDetail } from './customers';
import { explained, explainedSum } from './explained';
import { renderApp, type Answers } from './fake';
import { appInfo, open } from './fixtures';

export async function atCustomer(answers: Answers = {}, picked: string | null = null) {
  const app = renderApp(
    {
      app_info: () => appInfo(open),
      customers: customersPage(3),
      customer_detail: () => customerDetail(),
      invoice_detail: () => invoiceDetail(),
      explain: () => explained(),
      explain_sum: explainedSum,
      find: () => ({
        customers: [
          {
            id: 'K-7',
            number: '1007',
            name: 'Zeilmakerij Bries B.V.',
            city: 'Enkhuizen',
            open: customerRow().late,
          },
        ],
        invoices: [],
      }),
      undo: () => ({ id: 'F-100', done: 'Ongedaan gemaakt.' }),
      ...answers,
    },
    picked,
  );
  await screen.findByRole('navigation');
  await app.user.keyboard('{Control>}2{/Control}');
  await screen.findByText('Klant 1');
  screen.getByRole('grid', { name: 'Klanten' }).focus();
  await app.user.keyboard('{Enter}');
  await screen.findByRole('complementary', { name: 'Zeilmakerij Bries' });
  const payload = (name: CommandName) => app.called(name).at(-1)?.payload;
  const field = (name: string | RegExp) => screen.getByRole('textbox', { name });
  const retype = async (name: string | RegExp, text: string) => {
    await app.user.clear(field(name));
    if (text !== '') await app.user.type(field(name), text);
  };
  const press = (name: string | RegExp) =>
    app.user.click(within(screen.getByRole('dialog')).getByRole('button', { name }));
  return { ...app, payload, field, retype, press };
}
