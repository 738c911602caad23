/** Markup that is safe to send: made by {@link html} only, which escapes everything else. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand in a place of a template. Nothing is shown for null, undefined, true and false. */
export type Part = Html | string | number | boolean | null | undefined | readonly Part[];

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const UNSAFE = /[&<>"']/;

function escape(text: string): string {
  // Most texts hold no such sign, and looking costs a third of replacing.
  if (!UNSAFE.test(text)) return text;
  return text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

function print(part: Part): string {
  if (part instanceof Html) return part.text;
  if (typeof part === "string") return escape(part);
  if (typeof part === "number") return String(part);
  if (part === null || part === undefined || typeof part === "boolean") return "";
  let text = "";
  for (const one of part) text += print(one);
  return text;
}

/** A tagged template whose places are escaped, so that no text of a record can become markup. Attributes need quotes. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let text = strings[0] ?? "";
  for (let at = 0; at < parts.length; at++) text += print(parts[at]) + (strings[at + 1] ?? "");
  return new Html(text);
}
