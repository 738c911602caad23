import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { take, type NumberSeries, type OmissionProposal } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { useNames } from "../../catalogue.ts";
import { share } from "../../numbers.ts";
import { Loaded } from "../../shell/loaded.tsx";
import type { Column } from "../../table/column.ts";
import { DataTable } from "../../table/data-table.tsx";
import { useWords } from "../../words.ts";
import { Months } from "./months.tsx";
import { keyOf, OMISSION_WORDS } from "./omissions.words.ts";
import { Proposals } from "./proposals.tsx";
import { VerdictState } from "./verdict-state.tsx";

/** Series of a body with their gaps in counts; what waits for a second person; its months; what fits no series. */
export function BodyOmissions({ body }: { readonly body: string }) {
  const { t } = useWords(OMISSION_WORDS);
  const api = useApi();
  const columns = useSeriesColumns();
  const query = useQuery({
    queryKey: ["omissions", "series", body],
    queryFn: () => take(api.GET("/api/v1/omissions/series", { params: { query: { body } } })),
  });
  return (
    <>
      <section>
        <h2>{t("series.title")}</h2>
        <p className="lead">{t("series.lead")}</p>
        <Loaded query={query}>
          {({ items }) => (
            <DataTable
              title={t("series.title")}
              columns={columns}
              rows={items}
              rowKey={({ seriesId }) => seriesId}
              empty={t("series.none")}
            />
          )}
        </Loaded>
      </section>
      <Waiting body={body} />
      <Months body={body} />
      <Unfitting body={body} />
    </>
  );
}

function useSeriesColumns(): readonly Column<NumberSeries>[] {
  const { t } = useWords(OMISSION_WORDS);
  const { itemName } = useNames();
  return [
    {
      key: "example",
      title: t("series.example"),
      value: ({ example }) => example,
      show: ({ seriesId, example }) => <Link to={`/omissions/series/${seriesId}`}>{example}</Link>,
      steady: true,
    },
    {
      key: "verdict",
      title: t("series.verdict"),
      value: ({ verdict }) => t(`verdict.${verdict}`),
      show: ({ verdict }) => <VerdictState verdict={verdict} />,
      steady: true,
    },
    { key: "unexplained", title: t("body.unexplained"), value: ({ unexplained }) => unexplained, numeric: true },
    { key: "open", title: t("body.open"), value: ({ open }) => open, numeric: true },
    { key: "answered", title: t("body.answered"), value: ({ answered }) => answered, numeric: true },
    { key: "notYet", title: t("body.notYet"), value: ({ notYetAsked }) => notYetAsked, numeric: true },
    { key: "numbers", title: t("series.numbers"), value: ({ numbers }) => numbers, numeric: true },
    {
      key: "confidence",
      title: t("series.confidence"),
      value: ({ confidence, density }) => `${t(`confidence.${confidence}`)}（${share(density, 1)}）`,
    },
    { key: "item", title: t("series.item"), value: ({ item }) => itemName(item) },
  ];
}

function Waiting({ body }: { readonly body: string }) {
  const { t } = useWords(OMISSION_WORDS);
  const api = useApi();
  const query = useQuery({
    queryKey: ["omissions", "proposals"],
    queryFn: () => take(api.GET("/api/v1/omissions/proposals", { params: { query: { open: true, limit: 200 } } })),
  });
  const own = (items: readonly OmissionProposal[]) => items.filter((one) => one.body === body);
  return (
    <section>
      <h2>{t("waiting.title")}</h2>
      <Loaded query={query}>{({ items }) => <Proposals proposals={own(items)} />}</Loaded>
    </section>
  );
}

function Unfitting({ body }: { readonly body: string }) {
  const { t } = useWords(OMISSION_WORDS);
  const { itemName } = useNames();
  const api = useApi();
  const query = useQuery({
    queryKey: ["omissions", "unfitting", body],
    queryFn: () => take(api.GET("/api/v1/omissions/unfitting", { params: { query: { body } } })),
  });
  return (
    <section>
      <h2>{t("unfitting.title")}</h2>
      <Loaded query={query}>
        {({ items }) => {
          const rows = items.flatMap(({ item, samples }) => samples.map((sample) => ({ item, ...sample })));
          const total = items
            .flatMap(({ unfitting }) => Object.values(unfitting))
            .reduce((before, one) => before + one, 0);
          return (
            <>
              {total === 0 ? null : (
                <p className="lead">
                  {t("unfitting.lead")} {t("unfitting.total", { count: total, shown: rows.length })}
                </p>
              )}
              <DataTable
                title={t("unfitting.title")}
                columns={[
                  { key: "number", title: t("unfitting.number"), value: (row) => row.documentNumber, steady: true },
                  { key: "why", title: t("unfitting.why"), value: (row) => t(keyOf("why", row.why, "why.too-few")) },
                  { key: "item", title: t("series.item"), value: (row) => itemName(row.item) },
                ]}
                rows={rows}
                rowKey={({ documentNumber, why }, at) => `${documentNumber} ${why} ${at}`}
                empty={t("unfitting.none")}
              />
            </>
          );
        }}
      </Loaded>
    </section>
  );
}
