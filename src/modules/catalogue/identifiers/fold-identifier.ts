/** Spaces of all kinds, soft hyphens, zero-width and direction marks, as they come out of web pages and PDF files. */
const UNSEEN = /[\s\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/gu;
const HYPHENS = /[-‐‑‒–—−]/g;

/**
 * A code as the checks expect it: half width, upper case, without spaces, hyphens and the apostrophe that a spreadsheet
 * puts before text.
 */
export function foldIdentifier(text: string): string {
  return text.normalize("NFKC").replaceAll(UNSEEN, "").replace(/^'/, "").replaceAll(HYPHENS, "").toUpperCase();
}
