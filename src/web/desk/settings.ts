import { createContext, use } from "react";
import type { Language } from "../../kernel/text.ts";
import type { ThemeChoice } from "./preferences.ts";

interface Settings {
  readonly theme: ThemeChoice;
  readonly setTheme: (choice: ThemeChoice) => void;
  readonly setLanguage: (language: Language) => void;
}

export const SettingsContext = createContext<Settings | null>(null);

export function useSettings(): Settings {
  const settings = use(SettingsContext);
  if (!settings) throw new Error("outside of the desk");
  return settings;
}
