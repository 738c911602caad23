import { useQuery } from "@tanstack/react-query";
import { take, type OmissionAnswer } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { useLanguage } from "../../words.ts";

const LAW_MILLISECONDS = 600_000;

/** The answers that may be given for a missing number. */
export function useOmissionAnswers(): readonly OmissionAnswer[] {
  const api = useApi();
  const query = useQuery({
    queryKey: ["omissions", "answers"],
    queryFn: () => take(api.GET("/api/v1/omissions/answers")),
    staleTime: LAW_MILLISECONDS,
  });
  return query.data?.items ?? [];
}

/** Names of standard answers by their codes; a code that is not known stands for itself. */
export function useAnswerName(): (answer: string) => string {
  const language = useLanguage();
  const answers = useOmissionAnswers();
  return (code) => answers.find(({ answer }) => answer === code)?.title[language] ?? code;
}
