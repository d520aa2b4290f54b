import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { useMore } from './More';

const items = Array.from({ length: 140 }, (_, at) => at);

function List() {
  const { shown, more } = useMore(items);
  return (
    <>
      <p>{shown.length} op de pagina</p>
      {more}
    </>
  );
}

it('says how many the next press shows, not how many there are', async () => {
  const user = userEvent.setup();
  render(<List />);
  screen.getByText('60 op de pagina');
  await user.click(screen.getByRole('button', { name: 'Nog 60 tonen' }));
  screen.getByText('120 op de pagina');
  await user.click(screen.getByRole('button', { name: 'Nog 20 tonen' }));
  screen.getByText('140 op de pagina');
  expect(screen.queryByRole('button'), 'that was all').toBeNull();
});
