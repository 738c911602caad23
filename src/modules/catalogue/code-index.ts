import type { LocalDate } from "../../kernel/time.ts";
import type { CodeList, CodeValue } from "./catalogue-item.ts";

/** What a text means in a code list. */
export interface CodeMatch {
  readonly code: CodeValue;
  /** How the text was found: as the value or its Chinese label, or by another name. */
  readonly by: "value" | "alias";
  /** True when the code is in the list on the day asked for; always true without a day. */
  readonly inForce: boolean;
}

export interface CodeIndex {
  /** Null when the list has no such name on any day. Values in force on the day win over those that are not. */
  find(text: string, on: LocalDate | null): CodeMatch | null;
}

/** Width, case and spaces do not matter in names of codes. */
export function foldCode(text: string): string {
  return text.normalize("NFKC").replaceAll(/\s/gu, "").toLowerCase();
}

/** Whether a code belongs to its list on a day. */
export function codeInForce(code: CodeValue, on: LocalDate): boolean {
  return (code.validFrom === null || code.validFrom <= on) && (code.validTo === null || on <= code.validTo);
}

/** Look-up by value, labels and aliases. */
export function indexCodes(list: CodeList): CodeIndex {
  const names = new Map<string, { readonly code: CodeValue; readonly by: "value" | "alias" }[]>();
  for (const code of list.values) {
    const own = new Map<string, "value" | "alias">();
    for (const alias of [code.label.en, ...code.aliases]) own.set(foldCode(alias), "alias");
    for (const name of [code.label.zh, code.value]) own.set(foldCode(name), "value");
    for (const [name, by] of own) names.set(name, [...(names.get(name) ?? []), { code, by }]);
  }
  return {
    find: (text, on) => {
      const found = names.get(text) ?? names.get(foldCode(text));
      const first = found?.[0];
      if (!found || !first) return null;
      if (on === null) return { ...first, inForce: true };
      const current = found.find((entry) => codeInForce(entry.code, on));
      return current ? { ...current, inForce: true } : { ...first, inForce: false };
    },
  };
}
