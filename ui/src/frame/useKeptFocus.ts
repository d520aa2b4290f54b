// The keys never fall out of the window: when what had them goes away or may no longer be pressed, what is
// nearest to it takes them.

import { useEffect } from 'react';
import { arriveIn, arrowIntoWork, focusRoom, marked } from '../components/arrival';

/** Others are first: what comes in its stead, or a dialog that gives the keys back to where it was opened. */
const AFTER = 60;

/** Elements that hold the keys only because nothing better was left; nothing is drawn round them. */
const KEPT = 'data-kept';

/** Whether it cannot hold the keys any more. */
const isGone = (element: HTMLElement) => !element.isConnected || element.matches(':disabled');

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
    /** A button that may not be pressed while it works, and has the keys again when it is done. */
    let waits: HTMLElement | undefined;
    const remember = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement && !target.hasAttribute(KEPT)) waits = undefined;
      chain = [];
      for (let at = target instanceof HTMLElement ? target : null; at; at = at.parentElement) chain.push(at);
    };
    const look = () => {
      const lost = chain[0] !== undefined && isGone(chain[0]);
      if (!lost || (document.activeElement !== null && document.activeElement !== document.body)) return;
      if (chain[0]?.isConnected) [waits] = chain;
      const near = chain.find((element) => !isGone(element) && element.closest('[inert]') === null);
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
      if (!records.some(({ type, removedNodes }) => type === 'attributes' || removedNodes.length > 0)) return;
      if (waits && !isGone(waits) && document.activeElement?.hasAttribute(KEPT)) {
        waits.focus({ preventScroll: true });
        return;
      }
      if (document.activeElement !== document.body) return;
      clearTimeout(timer);
      timer = setTimeout(look, AFTER);
    });
    document.addEventListener('focusin', remember);
    window.addEventListener('keydown', arrowIntoWork);
    changed.observe(document.body, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['disabled'],
    });
    return () => {
      clearTimeout(timer);
      changed.disconnect();
      document.removeEventListener('focusin', remember);
      window.removeEventListener('keydown', arrowIntoWork);
    };
  }, []);
}
