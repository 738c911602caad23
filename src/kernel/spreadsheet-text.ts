/**
 * Texts in files that a spreadsheet program opens (OWASP, CSV injection): one that begins with = + - @, tab or a line
 * break would be run as a formula, an apostrophe before it makes it text.
 */
const RUNNABLE = /^[=+\-@\t\r\n\u0000]/;

/** For texts of our own, which nobody reads back. */
export function neutralise(text: string): string {
  return RUNNABLE.test(text) ? `'${text}` : text;
}

/** Plain numbers begin with a sign and are no formula. */
const NUMBER = /^[+-]\d[\d,]*(\.\d+)?%?$/;
const ARMOURED = /^'+[=+\-@\t\r\n\u0000]/;

/** For a reporter's own cells, which come back: `disarmed` undoes it exactly, whatever the text. */
export function armoured(text: string): string {
  return (RUNNABLE.test(text) && !NUMBER.test(text)) || ARMOURED.test(text) ? `'${text}` : text;
}

/** The text that was armoured. */
export function disarmed(text: string): string {
  return ARMOURED.test(text) ? text.slice(1) : text;
}
