import { act, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import type { AgeingBucket, IsoDate, Money as Amount } from '../backend';
import { LanguageProvider } from '../i18n';
import { AgeingBar } from './AgeingBar';
import { DateField } from './DateField';
import { DateText, Money } from './Figures';
import { Skeleton } from './States';
import { Toasts, clearNotices, notify, settleNotice } from './Toast';
import { Switch } from './Toggle';

function show(content: React.ReactNode) {
  return render(<LanguageProvider>{content}</LanguageProvider>);
}

describe('figures', () => {
  it('stand in the notation of the language, dates with their machine form', () => {
    show(
      <p>
        <Money value={'1234.50' as Amount} /> <DateText value={'2026-11-22' as IsoDate} />
      </p>,
    );
    expect(screen.getByText('€ 1.234,50')).toBeTruthy();
    expect(screen.getByText('22 nov 2026').getAttribute('datetime')).toBe('2026-11-22');
  });
});

describe('the ageing bar', () => {
  const bucket = (name: AgeingBucket['bucket'], amount: string): AgeingBucket => ({
    bucket: name,
    amount: amount as Amount,
    invoices: 1,
  });
  const widths = (container: HTMLElement) =>
    [...container.querySelectorAll('.ageing-bar rect')]
      .slice(1)
      .map((rect) => Number(rect.getAttribute('width')));

  it('fills its width, keeps a small amount visible and gives a credit none', () => {
    const { container } = show(
      <AgeingBar
        buckets={[bucket('90+', '1.00'), bucket('not_due', '99999.00'), bucket('1-30', '-10.00')]}
      />,
    );
    const [first = 0, last = 0, ...more] = widths(container);
    expect(more, 'two parts have a width').toEqual([]);
    expect(first + last, 'all of the width but one gap').toBeCloseTo(996);
    expect(last, 'one euro in a hundred thousand can still be seen').toBeGreaterThan(5);
  });

  it('draws nothing when nothing is open', () => {
    const { container } = show(<AgeingBar buckets={[bucket('not_due', '0.00')]} />);
    expect(widths(container)).toEqual([]);
  });
});

function DateForm() {
  const [date, setDate] = useState<IsoDate | null>('2026-11-22' as IsoDate);
  return (
    <>
      <DateField label="Datum" value={date} onChange={setDate} />
      <output>{date ?? 'leeg'}</output>
    </>
  );
}

describe('fields', () => {
  it('take a date in the order of the language and give it as ISO', async () => {
    const user = userEvent.setup();
    show(<DateForm />);
    const parts = screen.getAllByRole('spinbutton').map((part) => part.textContent);
    expect(parts, 'day, month, year').toEqual(['22', '11', '2026']);
    await user.click(screen.getAllByRole('spinbutton')[0] as HTMLElement);
    await user.keyboard('{ArrowUp}');
    expect(screen.getByRole('status').textContent).toBe('2026-11-23');
  });

  it('keep a day that does not exist as it was typed, say so and send nothing', async () => {
    const user = userEvent.setup();
    const sent = vi.fn((event: React.FormEvent) => event.preventDefault());
    show(
      <form onSubmit={sent}>
        <DateForm />
        <button type="submit">Bewaar</button>
      </form>,
    );
    const parts = () => screen.getAllByRole('spinbutton').map((part) => part.textContent);
    await user.click(screen.getAllByRole('spinbutton')[0] as HTMLElement);
    await user.keyboard('31022026');
    expect(parts(), 'while it is typed, nothing is said').toEqual(['31', '2', '2026']);
    expect(screen.queryByText(/bestaat niet/)).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Bewaar' }));
    await screen.findByText('31 februari 2026 bestaat niet: februari telt dan 28 dagen.');
    expect(parts(), 'what was typed stays').toEqual(['31', '2', '2026']);
    expect(screen.getByRole('status').textContent, 'no other day was taken').toBe('leeg');
    expect(sent, 'a form with a date that is none stays here').not.toHaveBeenCalled();
    expect(document.activeElement, 'and the keys are where it is wrong').toBe(
      screen.getAllByRole('spinbutton')[0],
    );
    await user.keyboard('28');
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('2026-02-28'));
    expect(screen.queryByText(/bestaat niet/), 'a mended date has nothing wrong with it').toBeNull();
    await user.click(screen.getByRole('button', { name: 'Bewaar' }));
    expect(sent).toHaveBeenCalledTimes(1);
  });

  it('do not fall back to the date before when a part is taken out or a year is short', async () => {
    const user = userEvent.setup();
    show(<DateForm />);
    const [day, , year] = screen.getAllByRole('spinbutton');
    await user.click(day as HTMLElement);
    await user.keyboard('{Backspace}{Backspace}');
    await user.tab({ shift: true });
    await screen.findByText('Deze datum is niet af: dag, maand en jaar horen erin.');
    expect(screen.getByRole('status').textContent).toBe('leeg');
    await user.click(day as HTMLElement);
    await user.keyboard('22');
    await waitFor(() =>
      expect(screen.getByRole('status').textContent, 'the same date again is that date').toBe('2026-11-22'),
    );
    await user.click(year as HTMLElement);
    await user.keyboard('26');
    await user.tab();
    await screen.findByText('Schrijf het jaar met vier cijfers.');
    expect(screen.getByRole('status').textContent).toBe('leeg');
  });

  it('switch with the space bar', async () => {
    const user = userEvent.setup();
    const changed = vi.fn();
    show(
      <Switch value={false} onChange={changed}>
        Aan
      </Switch>,
    );
    await user.tab();
    await user.keyboard(' ');
    expect(changed).toHaveBeenCalledWith(true);
  });
});

describe('waiting', () => {
  it('shows grey shapes only once it takes noticeably long', async () => {
    vi.useFakeTimers();
    show(<Skeleton lines={['title']} />);
    await act(() => vi.advanceTimersByTimeAsync(250));
    expect(screen.queryByRole('status'), 'a short wait shows nothing').toBeNull();
    await act(() => vi.advanceTimersByTimeAsync(100));
    expect(screen.getByRole('status', { name: 'Bezig met laden' })).toBeTruthy();
  });
});

describe('a message', () => {
  it('offers the way back, once, and goes', async () => {
    const user = userEvent.setup();
    const undo = vi.fn();
    show(<Toasts />);
    act(() => notify({ tone: 'good', message: '7 brieven verstuurd', undo }));
    await user.click(await screen.findByRole('button', { name: 'Ongedaan maken' }));
    expect(undo).toHaveBeenCalledOnce();
    expect(screen.queryByText('7 brieven verstuurd')).toBeNull();
  });

  it('disappears with everything else when the window locks', async () => {
    show(<Toasts />);
    act(() => notify({ tone: 'error', message: 'Klant De Molen betwist.' }));
    expect(await screen.findByText('Klant De Molen betwist.')).toBeTruthy();
    act(() => clearNotices());
    expect(screen.queryByText('Klant De Molen betwist.')).toBeNull();
  });

  it('that waits for its turn does not come up over the lock', async () => {
    show(<Toasts />);
    const names = ['De Molen', 'Bries', 'Noord', 'Luna'];
    act(() => names.forEach((name) => notify({ tone: 'error', message: `Klant ${name} betwist.` })));
    await screen.findByText('Klant Luna betwist.');
    expect(screen.queryByText('Klant De Molen betwist.'), 'three at once').toBeNull();
    act(() => clearNotices());
    expect(screen.queryByText(/betwist/)).toBeNull();
    act(() => notify({ tone: 'info', message: 'Open.' }));
    await screen.findByText('Open.');
    expect(screen.queryByText(/betwist/), 'nor after it').toBeNull();
  });

  it('that waits is settled as well', async () => {
    show(<Toasts />);
    act(() => notify({ tone: 'good', message: 'Geboekt.', about: 'F-1' }));
    const names = ['De Molen', 'Bries', 'Noord'];
    act(() => names.forEach((name) => notify({ tone: 'error', message: `Klant ${name} betwist.` })));
    await screen.findByText('Klant Noord betwist.');
    act(() => settleNotice('F-1'));
    act(() => notify({ tone: 'error', message: 'Klant Noord weg.', about: 'K-1' }));
    act(() => settleNotice('K-1'));
    expect(screen.queryByText('Geboekt.')).toBeNull();
    for (const name of names) screen.getByText(`Klant ${name} betwist.`);
  });
});

it('undoes once, also by two clicks in a row', async () => {
  const undo = vi.fn();
  render(<Toasts />);
  act(() => notify({ tone: 'good', message: 'Geboekt.', undo }));
  const button = await screen.findByRole('button', { name: 'Ongedaan maken' });
  act(() => {
    button.click();
    button.click();
  });
  expect(undo).toHaveBeenCalledTimes(1);
});

it('says of what is tried again only how it went the last time', async () => {
  render(<Toasts />);
  act(() => notify({ tone: 'error', message: 'De schijf is vol.', about: 'run_save' }));
  await screen.findByText('De schijf is vol.');
  act(() => notify({ tone: 'good', message: 'Opgeslagen.', about: 'run_save' }));
  await screen.findByText('Opgeslagen.');
  await waitFor(() => expect(screen.queryByText('De schijf is vol.')).toBeNull());
});
