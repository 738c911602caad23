/** The languages of every surface; Chinese is the default and the one that has legal force. */
export type Language = "zh" | "en";

/** A text in both languages, as the files under data/ carry it. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** Fills `{name}` places of a template. A place without a value stays as it is, so that a mistake is seen. */
export function fill(template: string, params: Readonly<Record<string, string | number>>): string {
  if (!template.includes("{")) return template;
  return template.replaceAll(/\{(\w+)\}/g, (place, name: string) => {
    const value = params[name];
    return value === undefined ? place : String(value);
  });
}

/**
 * A text of at most `longest` characters, the last one being … where something was left out. Counts code points, so that
 * no surrogate pair is ever cut in half.
 */
export function cutText(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const kept: string[] = [];
  for (const character of text) {
    if (kept.length === longest) return `${kept.slice(0, -1).join("")}…`;
    kept.push(character);
  }
  return text;
}

/** A text as every database takes it: U+FFFD instead of NUL and half surrogates. For words of ours, never for contents. */
export function storableText(text: string): string {
  return text.toWellFormed().replaceAll("\u0000", "\uFFFD");
}
