import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { LanguageProvider } from '../../i18n';
import { explained } from '../../testing/explained';
import { WhyTable } from './WhyTable';

function show(parts: number) {
  const one = explained();
  const [part] = one.parts;
  if (!part) throw new Error('there is a part to repeat');
  render(
    <LanguageProvider>
      <WhyTable
        explained={{
          ...one,
          parts: Array.from({ length: parts }, () => part),
          warnings: ['De rente is niet meegerekend.'],
        }}
      />
    </LanguageProvider>,
  );
  const [first] = screen.getAllByRole('table');
  const before = (element: HTMLElement) =>
    Boolean(first && first.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING);
  return before;
}

describe('a calculation', () => {
  it('ends in its total, as one adds up', () => {
    const before = show(2);
    expect(before(screen.getByText('In totaal'))).toBe(false);
  });

  it('of many screens begins with what it comes to, and with what is not in it', () => {
    const before = show(40);
    expect(before(screen.getByText('In totaal')), 'said once, at the top').toBe(true);
    expect(before(screen.getByText('De rente is niet meegerekend.')), 'not forty screens down').toBe(true);
  });
});
