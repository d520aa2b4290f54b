// The window is asked to close: as long as there is work in it that is kept nowhere else, the user is asked first. The
// shell is told beforehand whether there is, so that a window without any closes at once, and one that hangs closes too.

import { useCallback, useEffect, useState } from 'react';
import { useBackend } from '../../backend';
import { onDrafts } from './drafts';
import { unfinished, type Unfinished } from './unfinished';

type Asked = { work: Unfinished };

const FLOATING = '[data-trigger]';

/** Waits until nothing floats any more, but not for ever. */
async function gone(looks: number): Promise<void> {
  if (looks === 0 || !document.querySelector(FLOATING)) return;
  await new Promise((later) => setTimeout(later, 40));
  await gone(looks - 1);
}

/** A menu that has the keys would lie over the question: it goes first, and gives them back to its button. */
async function closeMenus(): Promise<void> {
  const at = document.activeElement;
  if (!at?.closest(FLOATING)) return;
  at.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
  await gone(8);
}

export function useClosing() {
  const { closing } = useBackend();
  const [asked, setAsked] = useState<Asked | null>(null);

  useEffect(() => {
    if (!closing) return undefined;
    let told: boolean | null = null;
    const tell = () => {
      const holds = unfinished() !== null;
      if (holds === told) return;
      told = holds;
      void closing.say(holds ? 'unfinished' : 'finished');
    };
    tell();
    const ends = [
      onDrafts(tell),
      closing.onWanted(() => {
        const work = unfinished();
        if (work) void closeMenus().then(() => setAsked({ work }));
        else void closing.say('leave');
      }),
    ];
    return () => ends.forEach((end) => end());
  }, [closing]);

  // Said when the question stands there, each time it is wanted: a page that cannot show it says nothing, and goes.
  useEffect(() => {
    if (asked) void closing?.say('asking');
  }, [asked, closing]);

  const stay = useCallback(() => {
    setAsked(null);
    void closing?.say('stay');
  }, [closing]);
  const leave = useCallback(() => void closing?.say('leave'), [closing]);

  return { asked: asked?.work ?? null, stay, leave };
}
