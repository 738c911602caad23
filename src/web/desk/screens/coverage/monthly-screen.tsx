import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { take, type MonthlyStanding } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { useNames } from "../../catalogue.ts";
import { share } from "../../numbers.ts";
import { Loaded } from "../../shell/loaded.tsx";
import type { Column } from "../../table/column.ts";
import { DataTable } from "../../table/data-table.tsx";
import { SavedFilters } from "../../table/saved-filters.tsx";
import { useWords } from "../../words.ts";
import { useAnswers } from "./answers.ts";
import { AskedRange, useAskedRange } from "./asked-range.tsx";
import { CoveragePages } from "./coverage-pages.tsx";
import { MonthlyState, monthlyState } from "./monthly-state.tsx";
import { MONTHLY_WORDS } from "./monthly.words.ts";

/** Monthly tables of double publicity: one line for each body, month and item. */
export function MonthlyScreen() {
  const { t } = useWords(MONTHLY_WORDS);
  const api = useApi();
  const { item: _item, ...filter } = useAskedRange();
  const columns = useMonthlyColumns();
  const query = useQuery({
    queryKey: ["monthly", filter],
    queryFn: () => take(api.GET("/api/v1/monthly-tables", { params: { query: filter } })),
  });
  return (
    <>
      <h1>{t("monthly.title")}</h1>
      <p className="lead">{t("monthly.lead")}</p>
      <CoveragePages />
      <AskedRange withItem={false} />
      <SavedFilters />
      <Loaded query={query}>
        {({ items }) => (
          <DataTable
            title={t("monthly.title")}
            columns={columns}
            rows={items.flatMap(linesOf)}
            rowKey={({ standing: { body, month }, item }) => `${body} ${month} ${item}`}
            empty={t("monthly.empty")}
          />
        )}
      </Loaded>
    </>
  );
}

interface Line {
  readonly standing: MonthlyStanding;
  readonly item: string;
  readonly filed: number;
  readonly said: NonNullable<MonthlyStanding["table"]>["lines"][number] | null;
}

function linesOf(standing: MonthlyStanding): readonly Line[] {
  return standing.filed.map(({ item, count }) => ({
    standing,
    item,
    filed: count,
    said: standing.table?.lines.find((line) => line.item === item) ?? null,
  }));
}

function useMonthlyColumns(): readonly Column<Line>[] {
  const { t } = useWords(MONTHLY_WORDS);
  const { itemName, bodyName } = useNames();
  const { titleOf } = useAnswers("notReported");
  return [
    {
      key: "month",
      title: t("monthly.month"),
      value: ({ standing }) => standing.month,
      show: ({ standing: { body, month } }) => <Link to={`/coverage/monthly/${body}/${month}`}>{month}</Link>,
      steady: true,
    },
    { key: "body", title: t("monthly.body"), value: ({ standing }) => bodyName(standing.body) },
    { key: "item", title: t("monthly.item"), value: ({ item }) => itemName(item) },
    {
      key: "state",
      title: t("monthly.state"),
      value: ({ standing }) => t(`monthly.state.${monthlyState(standing.table?.state, standing.dueOn)}`),
      show: ({ standing }) => <MonthlyState state={standing.table?.state} dueOn={standing.dueOn} />,
    },
    { key: "produced", title: t("monthly.produced"), value: ({ said }) => said?.produced ?? null, numeric: true },
    { key: "ownSite", title: t("monthly.ownSite"), value: ({ said }) => said?.ownSite ?? null, numeric: true },
    { key: "reported", title: t("monthly.reported"), value: ({ filed }) => filed, numeric: true },
    {
      key: "reportRate",
      title: t("monthly.reportRate"),
      value: ({ said, filed }) => (said === null ? null : share(filed, said.produced)),
      numeric: true,
    },
    {
      key: "siteRate",
      title: t("monthly.siteRate"),
      value: ({ said }) => (said === null ? null : share(said.ownSite, said.produced)),
      numeric: true,
    },
    {
      key: "basis",
      title: t("monthly.basis"),
      value: ({ said }) => (said === null || said.basis === null ? null : titleOf(said.basis)),
    },
    {
      key: "address",
      title: t("monthly.address"),
      value: ({ standing }) => standing.table?.address ?? null,
      exportOnly: true,
    },
    {
      key: "publishedOn",
      title: t("monthly.publishedOn"),
      value: ({ standing }) => standing.table?.publishedOn ?? null,
      exportOnly: true,
    },
  ];
}
