import { useMutation, useQueryClient } from "@tanstack/react-query";
import { take, type MonthlyHistory } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { useNames } from "../../catalogue.ts";
import { moment, share } from "../../numbers.ts";
import { ReasonedStep } from "../../shell/reasoned-step.tsx";
import type { Column } from "../../table/column.ts";
import { DataTable } from "../../table/data-table.tsx";
import { useWords } from "../../words.ts";
import { useAnswers } from "./answers.ts";
import { MonthlyState } from "./monthly-state.tsx";
import { MONTHLY_WORDS } from "./monthly.words.ts";

type Version = MonthlyHistory["versions"][number];
type Line = Version["lines"][number];

const ACTS = ["sign", "return", "take-back"] as const;

/** One version of a month's table with its address, its state, what can be done, and what happened to it. */
export function MonthTable({ version, dueOn }: { readonly version: Version; readonly dueOn: string }) {
  const { t } = useWords(MONTHLY_WORDS);
  const columns = useLineColumns();
  const { address, publishedOn, state, events } = version;
  const stepOf = (act: string): string => {
    const known = (["open", ...ACTS] as const).find((name) => name === act);
    return known ? t(`act.${known}`) : act;
  };
  return (
    <section className="month-version">
      <p>
        <MonthlyState state={state} dueOn={dueOn} /> · {t("month.version", { version: version.version })}
      </p>
      <DataTable
        title={t("monthly.title")}
        columns={columns}
        rows={version.lines}
        rowKey={({ item }) => item}
        empty={t("monthly.empty")}
      />
      <p>
        {t("monthly.address")} {address === null ? "–" : <a href={address}>{address}</a>} · {t("monthly.publishedOn")}{" "}
        <span className="steady">{publishedOn ?? "–"}</span>
      </p>
      <Acts version={version} />
      <h3>{t("month.steps")}</h3>
      <ol className="plain-list">
        {events.map(({ sequence, at, act, reason }) => (
          <li key={sequence}>
            <span className="steady">{moment(at)}</span> {stepOf(act)}
            {reason === "" ? null : `：${reason}`}
          </li>
        ))}
      </ol>
    </section>
  );
}

function useLineColumns(): readonly Column<Line>[] {
  const { t } = useWords(MONTHLY_WORDS);
  const { itemName } = useNames();
  const { titleOf } = useAnswers("notReported");
  return [
    { key: "item", title: t("monthly.item"), value: ({ item }) => itemName(item) },
    { key: "produced", title: t("monthly.produced"), value: ({ produced }) => produced, numeric: true },
    { key: "ownSite", title: t("monthly.ownSite"), value: ({ ownSite }) => ownSite, numeric: true },
    { key: "reported", title: t("monthly.reported"), value: ({ reported }) => reported, numeric: true },
    {
      key: "notReported",
      title: t("monthly.notReported"),
      value: ({ produced, reported }) => produced - reported,
      numeric: true,
    },
    {
      key: "reportRate",
      title: t("monthly.reportRate"),
      value: ({ produced, reported }) => share(reported, produced),
      numeric: true,
    },
    {
      key: "siteRate",
      title: t("monthly.siteRate"),
      value: ({ produced, ownSite }) => share(ownSite, produced),
      numeric: true,
    },
    {
      key: "basis",
      title: t("monthly.basis"),
      value: ({ basis, basisWords }) =>
        basis === null ? null : [titleOf(basis), basisWords ?? ""].filter((part) => part !== "").join(" · "),
    },
  ];
}

function Acts({ version: { allowed, tableId } }: { readonly version: Version }) {
  const acts = ACTS.filter((act) => allowed.includes(act));
  if (acts.length === 0) return null;
  return (
    <div className="actions">
      {acts.map((act) => (
        <Act key={act} act={act} tableId={tableId} />
      ))}
    </div>
  );
}

function Act({ act, tableId }: { readonly act: (typeof ACTS)[number]; readonly tableId: string }) {
  const { t } = useWords(MONTHLY_WORDS);
  const api = useApi();
  const queries = useQueryClient();
  const step = useMutation({
    mutationFn: (reason: string) =>
      take(
        api.POST("/api/v1/monthly-tables/{tableId}/{act}", { params: { path: { tableId, act } }, body: { reason } }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["monthly"] }),
  });
  return <ReasonedStep verb={t(`act.${act}`)} effect={t(`effect.${act}`)} step={step} danger={act === "return"} />;
}
