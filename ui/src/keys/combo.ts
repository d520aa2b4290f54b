// Key combinations as words: "mod+k" is Ctrl and K, on a Mac Command and K.

export const isMac = /Mac/.test(navigator.userAgent);

const named: Record<string, string> = {
  arrowup: 'up',
  arrowdown: 'down',
  arrowleft: 'left',
  arrowright: 'right',
  ' ': 'space',
};

/** The combination of a keyboard event, in the words of the table. */
export function comboOf(event: KeyboardEvent): string {
  const key = event.key.toLowerCase();
  const name = named[key] ?? key;
  const mod = isMac ? event.metaKey : event.ctrlKey;
  // A sign such as ? already has its shift in it.
  const shift = event.shiftKey && (name.length > 1 || /[a-z]/.test(name));
  return [mod && 'mod', event.altKey && 'alt', shift && 'shift', name].filter(Boolean).join('+');
}

/** Whether the event goes to something that takes text; then only combinations with Ctrl or Command count. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.target;
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      /^(input|textarea|select)$/i.test(target.tagName) ||
      target.role === 'spinbutton')
  );
}
