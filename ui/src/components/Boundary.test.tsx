import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { Boundary } from './Boundary';

it('says what failed in its own place, and draws again when asked', async () => {
  vi.spyOn(console, 'error').mockReturnValue(undefined);
  let broken = true;
  function Part() {
    if (broken) throw new Error('no such figure');
    return <p>42</p>;
  }
  render(
    <>
      <p>1</p>
      <Boundary title="7">
        <Part />
      </Boundary>
    </>,
  );
  expect(screen.getByText('1'), 'the rest goes on').toBeTruthy();
  expect(screen.getByRole('alert').textContent).toContain('7');
  broken = false;
  await userEvent.click(screen.getByRole('button'));
  expect(screen.getByText('42')).toBeTruthy();
});
