import { useQuery } from "@tanstack/react-query";
import { take, type FrozenFigure } from "../../../../client/index.ts";
import { lastOfMonth, parseLocalDate } from "../../../../kernel/time.ts";
import { useApi } from "../../api.ts";
import { useWords } from "../../words.ts";
import { STATEMENTS_WORDS } from "./statements.words.ts";

/** A row that told against the body, and how it is said. */
export interface QuestionableRow {
  readonly key: string;
  readonly words: string;
}

/** Rows that a dispute may name at most, as the API has it. */
const MOST = 200;
const PAGE = 1000;

/** The rows behind a figure that told against its body: late decisions, batches with rejected rows. */
export function useQuestionableRows({ rate, body, item }: FrozenFigure, month: string) {
  const { t, pick } = useWords(STATEMENTS_WORDS);
  const api = useApi();
  const first = parseLocalDate(`${month}-01`);
  const rates = useQuery({
    queryKey: ["figures", { from: month, to: month }],
    queryFn: () => take(api.GET("/api/v1/figures", { params: { query: { from: month, to: month } } })),
  });
  const decisions = async (): Promise<QuestionableRow[]> => {
    if (!first || body === null) return [];
    const query = { item, body, from: first, to: lastOfMonth(first), limit: PAGE };
    const { items } = await take(api.GET("/api/v1/publicity/timeliness/decisions", { params: { query } }));
    const late = items.filter(({ onTime }) => onTime === false);
    return late.map(({ place, decisionDate, dueOn, publishedOn }) => ({
      key: place,
      words: t("dispute.row.decision", {
        day: decisionDate,
        due: dueOn ?? "–",
        published: publishedOn ?? t("dispute.never"),
      }),
    }));
  };
  const batches = async (): Promise<QuestionableRow[]> => {
    const query = { item, body: body ?? "-", from: month, to: month, limit: PAGE };
    const { items } = await take(api.GET("/api/v1/figures/compliance/batches", { params: { query } }));
    const bad = items.filter(({ numerator, denominator }) => denominator > numerator);
    return bad.map(({ batchId, fileName, numerator, denominator }) => ({
      key: batchId,
      words: t("dispute.row.batch", { file: fileName, rejected: denominator - numerator }),
    }));
  };
  const rows = useQuery({
    queryKey: ["figures", "questionable", rate, body, item, month],
    queryFn: async () => {
      if (rate === "timeliness") return (await decisions()).slice(0, MOST);
      return rate === "compliance" ? (await batches()).slice(0, MOST) : [];
    },
  });
  const title = rates.data?.rates.find((one) => one.rate === rate)?.title;
  return { rateName: title ? pick(title) : rate, rows };
}
