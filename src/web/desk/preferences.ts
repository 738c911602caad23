import type { Language } from "../../kernel/text.ts";

/** Light or dark by choice, or as the system has it. */
export type ThemeChoice = "system" | "light" | "dark";

const THEME_KEY = "mingxin.theme";
const YEAR_SECONDS = 365 * 24 * 3600;

/** The language chosen on this site before, on the desk or on the public pages; else what the browser prefers. */
export function preferredLanguage(): Language {
  const chosen = /(?:^|;\s*)lang=(en|zh)(?:;|$)/.exec(document.cookie)?.[1];
  if (chosen === "en" || chosen === "zh") return chosen;
  const known = navigator.languages.find((tag) => /^(zh|en)\b/i.test(tag));
  return known !== undefined && /^en/i.test(known) ? "en" : "zh";
}

export function rememberLanguage(language: Language): void {
  document.cookie = `lang=${language}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
}

export function preferredTheme(): ThemeChoice {
  const chosen = localStorage.getItem(THEME_KEY);
  return chosen === "light" || chosen === "dark" ? chosen : "system";
}

export function rememberTheme(choice: ThemeChoice): void {
  localStorage.setItem(THEME_KEY, choice);
}
