import { Link, useSearchParams } from "react-router";
import { take, type TimelinessDecision } from "../../../../client/index.ts";
import { lastOfMonth, parseLocalDate } from "../../../../kernel/time.ts";
import { useApi } from "../../api.ts";
import { useNames } from "../../catalogue.ts";
import { ClockBar, useSegmentWords } from "../../record/clock-bar.tsx";
import { Loaded } from "../../shell/loaded.tsx";
import type { Column } from "../../table/column.ts";
import { DataTable } from "../../table/data-table.tsx";
import { usePages } from "../../table/pages.ts";
import { useWords } from "../../words.ts";
import { exclusionKey, TIMELINESS_WORDS } from "./timeliness.words.ts";

/** The decisions behind a figure of the league. */
export function DecisionsScreen() {
  const { t } = useWords(TIMELINESS_WORDS);
  const { itemName, bodyName } = useNames();
  const api = useApi();
  const [asked] = useSearchParams();
  const columns = useDecisionColumns();
  const filter = filterOf(asked);
  const pages = usePages(["timeliness", "decisions", filter], (cursor) => {
    const query = { limit: 100, ...filter, ...(cursor ? { cursor } : {}) };
    return take(api.GET("/api/v1/publicity/timeliness/decisions", { params: { query } }));
  });
  const day = asked.get("day");
  const range = day ?? [asked.get("from"), asked.get("to")].filter((month) => month !== null).join(" – ");
  const scope = [filter.body ? bodyName(filter.body) : "", filter.item ? itemName(filter.item) : "", range];
  return (
    <>
      <p className="trail">
        <Link to="/timeliness">{t("decisions.back")}</Link>
      </p>
      <h1>{t("decisions.title")}</h1>
      <p className="lead">{scope.filter((part) => part !== "").join(" · ")}</p>
      <Loaded query={pages.query}>
        {() => (
          <DataTable
            title={t("decisions.title")}
            columns={columns}
            rows={pages.rows}
            rowKey={({ place }) => place}
            empty={t("decisions.empty")}
            more={pages.more}
            loadAll={pages.loadAll}
          />
        )}
      </Loaded>
    </>
  );
}

/** Months of the address, or its one day, as the API takes them: first and last day. */
function filterOf(asked: URLSearchParams) {
  const [item, body, from, to] = ["item", "body", "from", "to"].map((name) => asked.get(name) ?? "");
  const day = parseLocalDate(asked.get("day") ?? "");
  const first = day ?? parseLocalDate(`${from}-01`);
  const last = day ?? parseLocalDate(`${to}-01`);
  return {
    ...(item ? { item } : {}),
    ...(body ? { body } : {}),
    ...(first ? { from: first } : {}),
    ...(last ? { to: day ?? lastOfMonth(last) } : {}),
  };
}

function useDecisionColumns(): readonly Column<TimelinessDecision>[] {
  const { t } = useWords(TIMELINESS_WORDS);
  const { itemName, bodyName } = useNames();
  const segmentWords = useSegmentWords();
  const verdict = ({ onTime, excluded }: TimelinessDecision): string => {
    if (onTime !== null) return t(onTime ? "decisions.onTime" : "decisions.late");
    return t("decisions.notCounted", { reason: t(exclusionKey(excluded ?? "")) });
  };
  return [
    {
      key: "verdict",
      title: t("decisions.verdict"),
      value: verdict,
      show: (decision) => (
        <span className={`state state-${decision.onTime === null ? "plain" : decision.onTime ? "done" : "warning"}`}>
          <span aria-hidden="true">{decision.onTime === null ? "○" : decision.onTime ? "✓" : "△"}</span>{" "}
          {verdict(decision)}
        </span>
      ),
    },
    { key: "decided", title: t("decisions.decided"), value: ({ decisionDate }) => decisionDate, steady: true },
    { key: "dueOn", title: t("decisions.dueOn"), value: ({ dueOn }) => dueOn, steady: true },
    { key: "published", title: t("decisions.published"), value: ({ publishedOn }) => publishedOn, steady: true },
    {
      key: "segments",
      title: t("decisions.segments"),
      value: ({ segments }) => segmentWords(segments),
      show: ({ segments }) => (
        <span className="clock-cell">
          <ClockBar segments={segments} />
          <span className="small">{segmentWords(segments)}</span>
        </span>
      ),
    },
    { key: "body", title: t("decisions.body"), value: ({ sourceBody }) => bodyName(sourceBody) },
    { key: "item", title: t("decisions.item"), value: ({ item }) => itemName(item) },
    {
      key: "record",
      title: t("decisions.record"),
      value: ({ recordId }) => recordId ?? t("decisions.notPublic"),
      show: ({ recordId }) =>
        recordId === null ? (
          <span className="quiet">{t("decisions.notPublic")}</span>
        ) : (
          <a href={`/records/${recordId}`}>{t("decisions.open")}</a>
        ),
    },
  ];
}
