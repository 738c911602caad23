import { useQuery } from "@tanstack/react-query";
import { take, type StandardAnswer } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { useLanguage } from "../../words.ts";

const LAW_MILLISECONDS = 600_000;

type Kind = "zeroReport" | "notReported";

/** The standard answers, those for one item, and the words of one by its code. */
export function useAnswers(kind: Kind) {
  const api = useApi();
  const language = useLanguage();
  const answers = useQuery({
    queryKey: ["coverage", "answers"],
    queryFn: () => take(api.GET("/api/v1/coverage/answers")),
    staleTime: LAW_MILLISECONDS,
  }).data?.[kind];
  const all: readonly StandardAnswer[] = answers ?? [];
  return {
    optionsFor: (item: string) =>
      all
        .filter(({ items }) => items === null || items.includes(item))
        .map(({ answer, title }) => ({ value: answer, label: title[language] })),
    needsWords: (code: string): boolean => all.find(({ answer }) => answer === code)?.wordsNeeded === true,
    titleOf: (code: string): string => all.find(({ answer }) => answer === code)?.title[language] ?? code,
  };
}
