import { Link } from "react-router";
import { take, type Judgement } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { moment } from "../../numbers.ts";
import { Loaded } from "../../shell/loaded.tsx";
import type { Column } from "../../table/column.ts";
import { DataTable } from "../../table/data-table.tsx";
import { usePages } from "../../table/pages.ts";
import { useWords } from "../../words.ts";
import { kindKey } from "./review-keys.ts";
import { REVIEW_WORDS } from "./review.words.ts";
import { UndoForm } from "./undo-form.tsx";

/** What was judged, by whom and why; each judgement that holds can be undone. */
export function JudgementsScreen() {
  const { t } = useWords(REVIEW_WORDS);
  const api = useApi();
  const columns = useJudgementColumns();
  const pages = usePages(["judgements"], (cursor) =>
    take(api.GET("/api/v1/judgements", { params: { query: { limit: 50, ...(cursor ? { cursor } : {}) } } })),
  );
  return (
    <>
      <p className="trail">
        <Link to="/review">{t("review.back")}</Link>
      </p>
      <h1>{t("judgements.title")}</h1>
      <p className="lead">{t("judgements.lead")}</p>
      <Loaded query={pages.query}>
        {() => (
          <DataTable
            title={t("judgements.title")}
            columns={columns}
            rows={pages.rows}
            rowKey={({ judgementId }) => judgementId}
            empty={t("judgements.empty")}
            more={pages.more}
            loadAll={pages.loadAll}
          />
        )}
      </Loaded>
    </>
  );
}

function useJudgementColumns(): readonly Column<Judgement>[] {
  const { t } = useWords(REVIEW_WORDS);
  return [
    { key: "kind", title: t("judgements.kind"), value: ({ kind }) => t(kindKey(kind)) },
    { key: "reason", title: t("judgements.reason"), value: ({ reason }) => reason },
    {
      key: "records",
      title: t("judgements.records"),
      value: ({ detail }) => detail.records?.length ?? 0,
      numeric: true,
    },
    { key: "by", title: t("judgements.by"), value: ({ decidedBy }) => decidedBy },
    { key: "at", title: t("judgements.at"), value: ({ at }) => moment(at), steady: true },
    {
      key: "state",
      title: t("judgements.state"),
      value: ({ undoneBy }) => t(undoneBy === null ? "judgements.holds" : "judgements.undone"),
      show: (judgement) => <JudgementState judgement={judgement} />,
    },
  ];
}

function JudgementState({ judgement }: { readonly judgement: Judgement }) {
  const { t } = useWords(REVIEW_WORDS);
  if (judgement.undoneBy !== null) return <span className="quiet">{t("judgements.undone")}</span>;
  return judgement.kind === "undo" ? t("judgements.holds") : <UndoForm judgement={judgement} />;
}
