/** The languages of every surface; Chinese is the default and the one that has legal force. */
export type Language = "zh" | "en";

/** A text in both languages, as the files under data/ carry it. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** Fills `{name}` places of a template. A place without a value stays as it is, so that a mistake is seen. */
export function fill(template: string, params: Readonly<Record<string, string | number>>): string {
  return template.replaceAll(/\{(\w+)\}/g, (place, name: string) => {
    const value = params[name];
    return value === undefined ? place : String(value);
  });
}
