// The keys never fall out of the window: when what had them goes away, what is nearest to it takes them.

import { useEffect } from 'react';
import { arriveIn, arrowIntoWork, focusRoom, marked } from '../components/arrival';

/** Others are first: what comes in its stead, or a dialog that gives the keys back to where it was opened. */
const AFTER = 60;

/** Elements that hold the keys only because nothing better was left; nothing is drawn round them. */
const KEPT = 'data-kept';

function take(part: HTMLElement): void {
  const element = arriveIn(part);
  if (!element.hasAttribute('tabindex')) {
    element.tabIndex = -1;
    element.setAttribute(KEPT, '');
    const left = () => {
      element.removeAttribute('tabindex');
      element.removeAttribute(KEPT);
    };
    element.addEventListener('blur', left, { once: true });
  }
  element.focus({ preventScroll: true });
}

export function useKeptFocus(): void {
  useEffect(() => {
    /** What had the keys last, and all that it stood in, from the inside out. */
    let chain: HTMLElement[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const remember = ({ target }: FocusEvent) => {
      chain = [];
      for (let at = target instanceof HTMLElement ? target : null; at; at = at.parentElement) chain.push(at);
    };
    const look = () => {
      const lost = chain[0] !== undefined && !chain[0].isConnected;
      if (!lost || (document.activeElement !== null && document.activeElement !== document.body)) return;
      const near = chain.find((element) => element.isConnected && element.closest('[inert]') === null);
      const room = document.getElementById('room');
      const next = chain.find((element) => element.isConnected && marked(element));
      if (next) marked(next)?.focus({ preventScroll: true });
      else if (near && near.closest('#room, [role="dialog"]') && near !== room) take(near);
      else if (room) focusRoom();
      else {
        const main = document.querySelector('main');
        if (main) take(main);
      }
    };
    const changed = new MutationObserver((records) => {
      if (!records.some(({ removedNodes }) => removedNodes.length > 0)) return;
      if (document.activeElement !== document.body) return;
      clearTimeout(timer);
      timer = setTimeout(look, AFTER);
    });
    document.addEventListener('focusin', remember);
    window.addEventListener('keydown', arrowIntoWork);
    changed.observe(document.body, { childList: true, subtree: true });
    return () => {
      clearTimeout(timer);
      changed.disconnect();
      document.removeEventListener('focusin', remember);
      window.removeEventListener('keydown', arrowIntoWork);
    };
  }, []);
}
