import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { LanguageProvider } from '../i18n';
import { LongText } from './LongText';

const show = (text: string) =>
  render(
    <LanguageProvider>
      <LongText className="said" text={text} />
    </LanguageProvider>,
  );

describe('free text', () => {
  it('that is short stands as it is', () => {
    show('Belt vrijdag terug.');
    expect(screen.getByText('Belt vrijdag terug.')).toBeTruthy();
    expect(screen.queryByRole('button'), 'nothing to unfold').toBeNull();
  });

  it('that is long shows its beginning, cut at a word, and all of it when asked', async () => {
    const user = userEvent.setup();
    const text = 'woord '.repeat(1000).trim();
    const { container } = show(text);
    const said = () => container.querySelector('.said')?.textContent ?? '';
    expect(said().length, 'no wall of text').toBeLessThan(350);
    expect(said(), 'whole words only').toMatch(/woord… Verder lezen$/);
    await user.click(screen.getByRole('button', { name: 'Verder lezen' }));
    expect(said()).toContain(text);
    await user.click(screen.getByRole('button', { name: 'Minder' }));
    expect(said().length, 'and back').toBeLessThan(350);
  });

  it('of many short lines is cut as well, and so is one endless word', () => {
    const { container } = show('regel\n'.repeat(50));
    expect(container.textContent?.split('\n').length).toBeLessThan(8);
    const { container: other } = show('x'.repeat(5000));
    expect(other.textContent?.length).toBeLessThan(350);
  });
});
