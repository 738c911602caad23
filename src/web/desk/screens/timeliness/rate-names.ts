import { useQuery } from "@tanstack/react-query";
import { take } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { useLanguage } from "../../words.ts";

const LAW_MILLISECONDS = 600_000;

/** Names of rates by their codes, as the API gives them with the figures of this month. */
export function useRateName(): (rate: string) => string {
  const api = useApi();
  const language = useLanguage();
  const rates = useQuery({
    queryKey: ["figures", "rates"],
    queryFn: async () => (await take(api.GET("/api/v1/figures", { params: { query: {} } }))).rates,
    staleTime: LAW_MILLISECONDS,
  }).data;
  return (code) => rates?.find(({ rate }) => rate === code)?.title[language] ?? code;
}
