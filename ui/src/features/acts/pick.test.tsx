import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { BackendProvider, type Found, type FoundCustomer, type Money, type Transport } from '../../backend';
import { LanguageProvider } from '../../i18n';
import { CustomerPick, type Picked } from './CustomerPick';

const customer = (id: string, name: string): FoundCustomer => ({
  id,
  name,
  number: null,
  city: 'Hoorn',
  open: '10.00' as Money,
});

/** A search that answers when the test says so. */
function atPick() {
  const asked = new Map<string, (found: Found) => void>();
  const call: Transport['call'] = (name, payload) =>
    name === 'find'
      ? new Promise((resolve) => asked.set((payload as { text: string }).text, resolve))
      : Promise.reject(new Error(name));
  const transport: Transport = {
    call,
    pickFolder: async () => null,
    pickFile: async () => null,
    saveFile: async () => null,
    onFileDrag: () => () => undefined,
  };
  const sent = vi.fn((event: React.FormEvent) => event.preventDefault());
  function Form() {
    const [value, setValue] = useState<Picked | null>(null);
    return (
      <form onSubmit={sent}>
        <CustomerPick label="Klant" value={value} onChange={setValue} />
        <output aria-label="gekozen">{value?.id ?? 'niemand'}</output>
      </form>
    );
  }
  render(
    <QueryClientProvider client={new QueryClient()}>
      <LanguageProvider>
        <BackendProvider transport={transport} lang="nl">
          <Form />
        </BackendProvider>
      </LanguageProvider>
    </QueryClientProvider>,
  );
  const answer = (text: string, ...customers: FoundCustomer[]) =>
    asked.get(text)?.({ customers, invoices: [] });
  const chosen = () => screen.getByLabelText('gekozen').textContent;
  return { user: userEvent.setup(), asked, answer, chosen, sent };
}

describe('choosing a customer', () => {
  it('waits for the answer when Enter came first, and takes the first of it', async () => {
    const { user, asked, answer, chosen, sent } = atPick();
    await user.click(screen.getByRole('combobox', { name: 'Klant' }));
    await user.keyboard('br{ArrowDown}{Enter}');
    expect(chosen(), 'nobody is known yet').toBe('niemand');
    answer('b', customer('K-1', 'Bakkerij Anders'));
    answer('br', customer('K-2', 'Bries'), customer('K-3', 'Brouwer'));
    await waitFor(() => expect(chosen()).toBe('K-2'));
    expect(asked.has('br')).toBe(true);
    expect(sent, 'the form is not sent by it').not.toHaveBeenCalled();
    expect(screen.getByRole('combobox', { name: 'Klant' })).toHaveProperty('value', 'Bries');
    await waitFor(() => expect(screen.queryByRole('listbox'), 'and the list is closed').toBeNull());
  });

  it('takes the first as well when the answer came before Enter', async () => {
    const { user, answer, chosen, sent } = atPick();
    await user.click(screen.getByRole('combobox', { name: 'Klant' }));
    await user.keyboard('br');
    answer('br', customer('K-2', 'Bries'), customer('K-3', 'Brouwer'));
    await screen.findByRole('option', { name: /Bries/ });
    await user.keyboard('{Enter}');
    await waitFor(() => expect(chosen()).toBe('K-2'));
    expect(sent).not.toHaveBeenCalled();
  });

  it('takes nobody for an Enter that was followed by other letters', async () => {
    const { user, answer, chosen } = atPick();
    await user.click(screen.getByRole('combobox', { name: 'Klant' }));
    await user.keyboard('br{Enter}o');
    answer('br', customer('K-2', 'Bries'));
    answer('bro', customer('K-3', 'Brouwer'));
    await screen.findByRole('option', { name: /Brouwer/ });
    expect(chosen()).toBe('niemand');
  });

  it('says beside the list that there is nobody, not as a choice', async () => {
    const { user, answer } = atPick();
    await user.click(screen.getByRole('combobox', { name: 'Klant' }));
    await user.keyboard('x');
    answer('x');
    const said = await screen.findByText('Niemand gevonden.');
    expect(said.getAttribute('role')).toBe('status');
    const list = screen.getByRole('listbox');
    expect(within(list).queryAllByRole('option'), 'nothing to choose').toEqual([]);
    expect(list.contains(said)).toBe(false);
  });
});
