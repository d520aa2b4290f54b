// Where the keys are for whoever comes: on what a room is for, unless somebody has them already.

import { useEffect, useRef, useState, type RefObject } from 'react';

/** What a room is for: its list, or what it marks so itself. */
const WORK = '#room [data-arrival], #room [role="grid"], #room .run-list, #room .desk-list';

/** Whether the keys are at nothing: at the page itself, or at the room as a whole. */
function areFree(): boolean {
  const at = document.activeElement;
  return at === null || at === document.body || at.matches('#room, [data-kept]');
}

/** Whether somebody walks along the parts of the room by the arrows: a field takes the keys from nobody there. */
export function isOnTab(): boolean {
  return document.activeElement?.matches('#room [role="tab"]') ?? false;
}

/** Whether the first field of a part takes the keys as it comes: not from its own tab. */
export function useFirstField(): boolean {
  const [first] = useState(() => !isOnTab());
  return first;
}

/** Takes the keys once it is there and `ready`, when nobody has them. */
export function useArrival(element: RefObject<HTMLElement | null>, ready = true): void {
  const came = useRef(false);
  useEffect(() => {
    if (came.current || !ready) return;
    came.current = true;
    if (areFree()) element.current?.focus({ preventScroll: true });
  }, [element, ready]);
}

/** What is marked as the next thing to do within this part. */
export function marked(within: ParentNode): HTMLElement | undefined {
  return [...within.querySelectorAll<HTMLElement>('[data-arrival]')].find(
    (element) => element.closest('[inert]') === null && !element.matches(':disabled'),
  );
}

function work(within: ParentNode = document): HTMLElement | undefined {
  return [...within.querySelectorAll<HTMLElement>(WORK)].find(
    (element) => element.closest('[inert]') === null,
  );
}

/** The work within this part of the room, for keys that are free. */
export function arriveIn(part: HTMLElement): HTMLElement {
  return work(part) ?? part;
}

/** Brings the keys into the room: to its work when that is there, else to the room, where the work takes them. */
export function focusRoom(): void {
  const place = work() ?? document.getElementById('room');
  place?.focus({ preventScroll: true });
}

/** The same, when nobody has the keys. */
export function arrive(): void {
  if (areFree()) focusRoom();
}

/** Whoever came by a key has the keys in the room; a field of it that took them by itself keeps them. */
export function comeIn(): void {
  const room = document.getElementById('room');
  const at = document.activeElement;
  if (!room?.contains(at) || at === room) focusRoom();
}

/** The arrow down goes from a room's parts, or from nowhere, into its work. */
export function arrowIntoWork(event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown' || event.defaultPrevented) return;
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const to = work();
  if (!to || (!areFree() && !isOnTab()) || document.querySelector('[role="dialog"]') !== null) return;
  event.preventDefault();
  to.focus({ preventScroll: true });
}
