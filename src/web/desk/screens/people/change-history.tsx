import { take, type AccessChange } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { moment } from "../../numbers.ts";
import { usePersonName } from "../../people.ts";
import { Loaded } from "../../shell/loaded.tsx";
import type { Column } from "../../table/column.ts";
import { DataTable } from "../../table/data-table.tsx";
import { usePages } from "../../table/pages.ts";
import { useWords } from "../../words.ts";
import { useTelling } from "./access-change.ts";
import { HISTORY_WORDS } from "./history.words.ts";
import { CHANGES_KEY } from "./outcome.ts";

/** What became of changes that were proposed, of everybody or of one person, newest first. */
export function ChangeHistory({ personId }: { readonly personId?: string }) {
  const { t } = useWords(HISTORY_WORDS);
  const api = useApi();
  const columns = useColumns();
  const pages = usePages([...CHANGES_KEY, "closed", personId ?? ""], (cursor) => {
    const query = {
      closed: true,
      limit: 50,
      ...(personId === undefined ? {} : { person: personId }),
      ...(cursor ? { cursor } : {}),
    };
    return take(api.GET("/api/v1/access-changes", { params: { query } }));
  });
  return (
    <Loaded query={pages.query}>
      {() => (
        <DataTable
          title={t("title")}
          columns={columns}
          rows={pages.rows}
          rowKey={({ proceedingId }) => proceedingId}
          empty={t(personId === undefined ? "empty" : "emptyOfOne")}
          more={pages.more}
          loadAll={pages.loadAll}
        />
      )}
    </Loaded>
  );
}

const ENDS = {
  approved: { shape: "✓", look: "state state-done" },
  refused: { shape: "✕", look: "state state-error" },
  "taken-back": { shape: "○", look: "state" },
  lapsed: { shape: "△", look: "state state-warning" },
} as const;

/** How a change ended, by the name of its last state. */
function endOf(state: string): keyof typeof ENDS {
  return state === "approved" || state === "refused" || state === "lapsed" ? state : "taken-back";
}

function useColumns(): readonly Column<AccessChange>[] {
  const { t } = useWords(HISTORY_WORDS);
  const tell = useTelling();
  const whoDid = useWhoDid();
  return [
    { key: "change", title: t("change"), value: (change) => tell(change).what },
    { key: "by", title: t("by"), value: ({ openedBy }) => whoDid(openedBy) },
    { key: "reason", title: t("reason"), value: ({ reason }) => reason },
    {
      key: "end",
      title: t("end"),
      value: ({ state }) => t(`end.${endOf(state)}`),
      show: ({ state }) => {
        const end = endOf(state);
        return (
          <span className={ENDS[end].look}>
            <span aria-hidden="true">{ENDS[end].shape}</span> {t(`end.${end}`)}
          </span>
        );
      },
      steady: true,
    },
    { key: "endedBy", title: t("endedBy"), value: ({ end }) => (end ? whoDid(end.by) : "") },
    { key: "endedAt", title: t("endedAt"), value: ({ endedAt }) => (endedAt ? moment(endedAt) : ""), steady: true },
    { key: "why", title: t("why"), value: ({ end }) => end?.reason ?? "" },
  ];
}

/** Names of who proposed or decided; the platform and whoever runs the machine are no people. */
function useWhoDid(): (id: string) => string {
  const { t } = useWords(HISTORY_WORDS);
  const personName = usePersonName();
  return (id) => {
    if (id === "mingxin") return t("who.platform");
    return id === "administrator-key" || id === "first-start" ? t("who.machine") : personName(id);
  };
}
