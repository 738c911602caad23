import { createContext, use, useMemo } from "react";
import { fill, type Language, type Text } from "../../kernel/text.ts";

/** The words of one part of the desk: a key that is not there does not compile, and neither does a half translation. */
export type Words = Readonly<Record<string, Text>>;

type Places = Readonly<Record<string, string | number>>;

export const LanguageContext = createContext<Language>("zh");

export function useLanguage(): Language {
  return use(LanguageContext);
}

/** `t` gives a word in the reader's language with its `{places}` filled, `pick` the reader's language of a text. */
export function useWords<Known extends Words>(words: Known) {
  const language = useLanguage();
  return useMemo(
    () => ({
      language,
      t: (key: keyof Known & string, places: Places = {}): string => say(words[key], language, places),
      pick: (text: Text): string => text[language],
    }),
    [words, language],
  );
}

/** `{count|row|rows}`: the first form after exactly one, the second otherwise. */
function say(text: Text | undefined, language: Language, places: Places): string {
  const words = (text?.[language] ?? "").replaceAll(
    /\{(\w+)\|([^|{}]*)\|([^|{}]*)\}/g,
    (_place, name: string, one: string, many: string) => (String(places[name]) === "1" ? one : many),
  );
  return fill(words, places);
}
