import type { Language } from "../../kernel/text.ts";

/**
 * The language that an Accept-Language header (RFC 9110 §12.5.4) prefers of the two that we speak; Chinese where it names
 * neither or likes both alike.
 */
export function acceptedLanguage(header: string | undefined): Language {
  let zh = 0;
  let en = 0;
  for (const range of (header ?? "").slice(0, 500).toLowerCase().split(",")) {
    const [tag = "", ...parameters] = range.split(";").map((part) => part.trim());
    const weight = parameters.find((part) => part.startsWith("q="));
    const q = weight === undefined ? 1 : Number(weight.slice(2)) || 0;
    if (/^zh(-|$)/.test(tag)) zh = Math.max(zh, q);
    else if (/^en(-|$)/.test(tag)) en = Math.max(en, q);
  }
  return en > zh ? "en" : "zh";
}
