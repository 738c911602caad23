import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { take, type ComparedMonth } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { useNames } from "../../catalogue.ts";
import { Choice } from "../../choice.tsx";
import { Loaded } from "../../shell/loaded.tsx";
import { mayOpen, useSession } from "../../session.ts";
import type { Column } from "../../table/column.ts";
import { DataTable } from "../../table/data-table.tsx";
import { useWords } from "../../words.ts";
import { CountForm } from "./count-form.tsx";
import { OMISSION_WORDS } from "./omissions.words.ts";

const RECENT = 3;

/** A body's months: on file, as it signed for them, and beside its own past. */
export function Months({ body }: { readonly body: string }) {
  const { t } = useWords(OMISSION_WORDS);
  const api = useApi();
  const columns = useMonthColumns();
  const [span, setSpan] = useState("");
  const session = useSession().data;
  const query = useQuery({
    queryKey: ["omissions", "months", body],
    queryFn: () => take(api.GET("/api/v1/omissions/months", { params: { query: { body } } })),
  });
  const mayState = session?.body?.code === body && mayOpen(session, "omissions:answer");
  return (
    <section>
      <h2>{t("months.title")}</h2>
      <p className="lead">{t("months.lead")}</p>
      <Loaded query={query}>
        {({ items }) => {
          const months = [...new Set(items.map(({ month }) => month))].sort().reverse();
          const shown = new Set(span === "all" ? months : months.slice(0, RECENT));
          return (
            <>
              {mayState ? <CountForm months={months} items={[...new Set(items.map(({ item }) => item))]} /> : null}
              <div className="choices">
                <Choice
                  label={t("months.span")}
                  value={span}
                  options={[
                    { value: "", label: t("months.recent") },
                    { value: "all", label: t("months.all") },
                  ]}
                  onChange={setSpan}
                />
              </div>
              <DataTable
                title={t("months.title")}
                columns={columns}
                rows={items
                  .filter(({ month }) => shown.has(month))
                  .sort((a, b) => (a.month === b.month ? (a.item < b.item ? -1 : 1) : a.month < b.month ? 1 : -1))}
                rowKey={({ item, month }) => `${item} ${month}`}
                empty={t("months.none")}
              />
            </>
          );
        }}
      </Loaded>
    </section>
  );
}

function useMonthColumns(): readonly Column<ComparedMonth>[] {
  const { t } = useWords(OMISSION_WORDS);
  const { itemName } = useNames();
  const result = ({ difference }: ComparedMonth): string => {
    if (difference === null) return t("months.notStated");
    if (difference === 0) return t("months.same");
    return t(difference > 0 ? "months.more" : "months.less", { count: Math.abs(difference) });
  };
  return [
    { key: "month", title: t("months.month"), value: ({ month }) => month, steady: true },
    { key: "item", title: t("series.item"), value: ({ item }) => itemName(item) },
    { key: "onFile", title: t("months.onFile"), value: ({ onFile }) => onFile, numeric: true },
    { key: "stated", title: t("months.stated"), value: ({ stated }) => stated, numeric: true },
    { key: "usual", title: t("months.usual"), value: ({ usual }) => usual, numeric: true },
    {
      key: "result",
      title: t("months.result"),
      value: (row) => (row.drop ? `${result(row)}；${t("months.drop")}` : result(row)),
      show: (row) => (
        <>
          <Compared difference={row.difference} text={result(row)} />
          {row.drop ? (
            <div className="state state-warning">
              <span aria-hidden="true">△</span> {t("months.drop")}
            </div>
          ) : null}
        </>
      ),
    },
  ];
}

function Compared({ difference, text }: { readonly difference: number | null; readonly text: string }) {
  const [tone, sign] = difference === null ? ["plain", "○"] : difference === 0 ? ["done", "✓"] : ["warning", "△"];
  return (
    <span className={`state state-${tone}`}>
      <span aria-hidden="true">{sign}</span> {text}
    </span>
  );
}
