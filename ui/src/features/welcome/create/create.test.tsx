import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { refusal, renderApp } from '../../../testing/fake';
import { creditor } from '../../../testing/fixtures';

const PHRASE = 'vier koeien in de wei';

describe('a new administration', () => {
  it('goes from the creditor to the passphrase to the sheet, and in only with the sheet saved', async () => {
    const { user, called } = renderApp({}, '/media/usb/blad.pdf');
    await user.click(await screen.findByRole('button', { name: /Nieuwe administratie/ }));
    await user.type(screen.getByRole('textbox', { name: 'Naam' }), 'De Lijn');
    await user.click(screen.getByRole('button', { name: 'Verder' }));

    await user.type(await screen.findByLabelText('Wachtzin'), PHRASE);
    await user.type(screen.getByLabelText('Nog een keer'), PHRASE);
    await waitFor(() => expect(screen.getByText('Heel sterk')).toBeTruthy());
    await user.click(screen.getByRole('button', { name: 'Administratie maken' }));

    await screen.findByRole('heading', { name: 'Bewaar uw herstelblad' });
    expect(called('administration_create')[0]?.payload).toMatchObject({
      folder: '/home/kees/De Lijn.standvast',
      passphrase: PHRASE,
      creditor: { name: 'De Lijn' },
    });
    const go = screen.getByRole<HTMLButtonElement>('button', { name: 'Naar Vandaag' });
    expect(go.disabled, 'nobody goes on without the sheet').toBe(true);
    await user.click(screen.getByRole('button', { name: 'Herstelblad opslaan' }));
    await screen.findByText('/media/usb/blad.pdf');
    await waitFor(() => expect(document.activeElement, 'Enter goes on, and saves no second sheet').toBe(go));
    await user.keyboard('{Enter}');
    expect((await screen.findByRole('heading', { level: 1 })).textContent).toContain('48.210,35');
  });

  it('also goes in with the sheet on paper, once one has seen it there', async () => {
    vi.stubGlobal('print', vi.fn());
    const { user, called } = renderApp({});
    await user.click(await screen.findByRole('button', { name: /Nieuwe administratie/ }));
    await user.type(screen.getByRole('textbox', { name: 'Naam' }), 'De Lijn');
    await user.click(screen.getByRole('button', { name: 'Verder' }));
    await user.type(await screen.findByLabelText('Wachtzin'), PHRASE);
    await user.type(screen.getByLabelText('Nog een keer'), PHRASE);
    await waitFor(() => expect(screen.getByText('Heel sterk')).toBeTruthy());
    await user.click(screen.getByRole('button', { name: 'Administratie maken' }));
    await user.click(await screen.findByRole('button', { name: 'Afdrukken' }));
    const onPaper = await screen.findByRole('checkbox', { name: /ligt leesbaar op papier/ });
    const go = screen.getByRole<HTMLButtonElement>('button', { name: 'Naar Vandaag' });
    expect(go.disabled, 'a print dialog can be left without printing').toBe(true);
    await user.click(onPaper);
    expect(go.disabled).toBe(false);
    expect(called('recovery_sheet_save'), 'no file of it is needed').toHaveLength(0);
  });

  it('says at each field what is wrong with it, and stays', async () => {
    const problems = [{ field: 'iban', code: 'iban', message: 'Dit is geen IBAN.' }];
    const { user } = renderApp({ creditor_check: () => ({ problems }) });
    await user.click(await screen.findByRole('button', { name: /Nieuwe administratie/ }));
    await user.click(screen.getByRole('button', { name: 'Verder' }));
    await screen.findByText('Dit is geen IBAN.');
    const iban = screen.getByRole('textbox', { name: 'IBAN' });
    expect(iban.getAttribute('aria-invalid')).toBe('true');
    await user.type(iban, 'NL');
    expect(screen.queryByText('Dit is geen IBAN.'), 'typing answers the remark').toBeNull();
  });

  it('takes the details over from an own e-invoice', async () => {
    const { user, called } = renderApp({}, '/home/kees/factuur.xml');
    await user.click(await screen.findByRole('button', { name: /Nieuwe administratie/ }));
    await user.click(screen.getByRole('button', { name: 'Overnemen uit een e-factuur' }));
    await screen.findByDisplayValue('Touwslagerij De Lijn');
    expect(called('creditor_from_invoice')[0]?.payload).toEqual({ file: '/home/kees/factuur.xml' });
  });

  it('takes from an e-invoice what it says, and leaves what was typed of the rest', async () => {
    const silent = { ...creditor, phone: '', email: '', term_days: 30 };
    const { user } = renderApp({ creditor_from_invoice: () => silent }, '/home/kees/factuur.xml');
    await user.click(await screen.findByRole('button', { name: /Nieuwe administratie/ }));
    await user.type(screen.getByRole('textbox', { name: /^Telefoon/ }), '0229 123456');
    await user.click(screen.getByRole('radio', { name: 'Rechts' }));
    await user.click(screen.getByRole('button', { name: 'Overnemen uit een e-factuur' }));
    await screen.findByDisplayValue('Touwslagerij De Lijn');
    expect(screen.getByDisplayValue('0229 123456'), 'an invoice without it wipes nothing').toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Rechts' }).checked).toBe(true);
    const term = screen.getByRole('textbox', { name: 'Betalingstermijn in dagen' });
    expect(term, 'the term of the invoice').toHaveProperty('value', '30');
  });

  it('puts the cursor in the first wrong field on the screen, whatever order they are named in', async () => {
    const wrong = (field: string) => ({ field, code: field, message: `Fout: ${field}.` });
    const { user } = renderApp({ creditor_check: () => ({ problems: [wrong('iban'), wrong('kvk')] }) });
    await user.click(await screen.findByRole('button', { name: /Nieuwe administratie/ }));
    await user.click(screen.getByRole('button', { name: 'Verder' }));
    await screen.findByText('Fout: kvk.');
    expect(document.activeElement?.getAttribute('name')).toBe('kvk');
  });

  it('keeps the passphrase and the place over a step back, and asks for a place', async () => {
    const { user, called } = renderApp();
    await user.click(await screen.findByRole('button', { name: /Nieuwe administratie/ }));
    await user.click(screen.getByRole('button', { name: 'Verder' }));
    await user.type(await screen.findByLabelText('Wachtzin'), PHRASE);
    await user.type(screen.getByLabelText('Nog een keer'), PHRASE);
    const place = screen.getByLabelText('Waar de administratie komt te staan');
    await user.clear(place);
    await user.click(screen.getByRole('button', { name: 'Administratie maken' }));
    await screen.findByText('Kies waar de administratie komt te staan.');
    expect(called('administration_create'), 'nothing is made nowhere').toEqual([]);
    await user.type(place, '/usb/Lijn.standvast');
    await user.click(screen.getByRole('button', { name: 'Terug' }));
    await user.click(screen.getByRole('button', { name: 'Verder' }));
    expect(await screen.findByLabelText('Wachtzin')).toHaveProperty('value', PHRASE);
    expect(screen.getByDisplayValue('/usb/Lijn.standvast')).toBeTruthy();
  });

  it('says of a place that cannot be written to what to do with a place', async () => {
    const { user } = renderApp(
      {
        recovery_sheet_save: () => {
          throw refusal({ code: 'read_only', message: 'In /x.', hint: 'Kopieer de administratie.' });
        },
      },
      '/root/blad.pdf',
    );
    await user.click(await screen.findByRole('button', { name: /Nieuwe administratie/ }));
    await user.click(screen.getByRole('button', { name: 'Verder' }));
    await user.type(await screen.findByLabelText('Wachtzin'), PHRASE);
    await user.type(screen.getByLabelText('Nog een keer'), PHRASE);
    await user.click(screen.getByRole('button', { name: 'Administratie maken' }));
    await user.click(await screen.findByRole('button', { name: 'Herstelblad opslaan' }));
    const said = await screen.findByRole('alert');
    expect(said.textContent).toContain('Kies een andere plek');
    expect(said.textContent).not.toContain('Kopieer de administratie');
  });

  it('refuses a weak or a mistyped passphrase before asking the core', async () => {
    const { user, called } = renderApp();
    await user.click(await screen.findByRole('button', { name: /Nieuwe administratie/ }));
    await user.click(screen.getByRole('button', { name: 'Verder' }));
    await user.type(await screen.findByLabelText('Wachtzin'), 'kort');
    await user.type(screen.getByLabelText('Nog een keer'), 'anders');
    await user.click(screen.getByRole('button', { name: 'Administratie maken' }));
    await screen.findByText('Deze zin is te makkelijk te raden.');
    expect(screen.getByText('De twee zinnen zijn niet gelijk.')).toBeTruthy();
    expect(called('administration_create')).toEqual([]);
  });

  it('keeps what was typed when one looks elsewhere', async () => {
    const { user } = renderApp();
    await user.click(await screen.findByRole('button', { name: /Nieuwe administratie/ }));
    await user.type(screen.getByRole('textbox', { name: 'Naam' }), 'Half');
    await user.click(screen.getByRole('button', { name: 'Terug' }));
    await user.click(await screen.findByRole('button', { name: /Nieuwe administratie/ }));
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Naam' }).value).toBe('Half');
  });
});
