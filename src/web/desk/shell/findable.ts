import { useQuery } from "@tanstack/react-query";
import { take, type Session } from "../../../client/index.ts";
import { useApi } from "../api.ts";
import { useCatalogue } from "../catalogue.ts";
import { moment } from "../numbers.ts";
import { ACCOUNT_PAGE, SCREENS } from "../screens.ts";
import { mayOpen } from "../session.ts";
import { useWords } from "../words.ts";
import { SHELL_WORDS } from "./shell.words.ts";

/** Something that the palette leads to. */
export interface Findable {
  readonly kind: "screen" | "item" | "batch";
  readonly path: string;
  readonly title: string;
  /** Code or moment, to tell it from others of the same name. */
  readonly detail: string;
  /** What a search looks in, in lower case. */
  readonly text: string;
}

const RECENT = 50;

/** Screens and items in both languages, whichever is shown, and the latest batches. */
export function useFindable(session: Session): readonly Findable[] {
  const { pick } = useWords(SHELL_WORDS);
  const api = useApi();
  const items = useCatalogue().data?.items ?? [];
  const batches = useQuery({
    queryKey: ["batches", "recent", RECENT],
    queryFn: () => take(api.GET("/api/v1/batches", { params: { query: { limit: RECENT } } })),
    enabled: mayOpen(session, SCREENS.report.permission),
  });
  const entry = (found: Omit<Findable, "text">, ...more: readonly string[]): Findable => ({
    ...found,
    text: [found.title, found.detail, ...more].join(" ").toLowerCase(),
  });
  return [
    ...[...Object.values(SCREENS).filter((screen) => mayOpen(session, screen.permission)), ACCOUNT_PAGE].map(
      ({ path, title }) => entry({ kind: "screen", path, title: pick(title), detail: "" }, title.zh, title.en, path),
    ),
    ...items.map(({ item, title }) =>
      entry({ kind: "item", path: `/catalogue/${item}`, title: pick(title), detail: item }, title.zh, title.en),
    ),
    ...(batches.data?.items ?? []).map(({ batchId, fileName, receivedAt }) =>
      entry({ kind: "batch", path: `/report/${batchId}`, title: fileName, detail: moment(receivedAt) }, batchId),
    ),
  ];
}
