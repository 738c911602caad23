import { useState } from "react";
import { Link } from "react-router";
import { take, type ReviewSummary } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { useCatalogue, useNames } from "../../catalogue.ts";
import { Choice } from "../../choice.tsx";
import { moment } from "../../numbers.ts";
import { MOVE_SCREEN } from "../../screens.ts";
import { mayOpen, useSession } from "../../session.ts";
import { Loaded } from "../../shell/loaded.tsx";
import type { Column } from "../../table/column.ts";
import { DataTable } from "../../table/data-table.tsx";
import { usePages } from "../../table/pages.ts";
import { useWords } from "../../words.ts";
import { LISTED_REASONS, reasonKey } from "./review-keys.ts";
import { REVIEW_WORDS } from "./review.words.ts";

/** Rows whose subject a person has to name. */
export function ReviewScreen() {
  const { t, pick } = useWords(REVIEW_WORDS);
  const api = useApi();
  const session = useSession().data;
  const [item, setItem] = useState("");
  const [reason, setReason] = useState("");
  const items = useCatalogue().data?.items ?? [];
  const columns = useReviewColumns();
  const pages = usePages(["reviews", item, reason], (cursor) => {
    const filter = {
      ...(item === "" ? {} : { item }),
      ...(reason === "" ? {} : { reason }),
      ...(cursor ? { cursor } : {}),
    };
    return take(api.GET("/api/v1/reviews", { params: { query: { limit: 50, ...filter } } }));
  });
  const any = { value: "", label: t("review.any") };
  return (
    <>
      <h1>{t("review.title")}</h1>
      <p className="lead">{t("review.lead")}</p>
      <div className="choices">
        <Choice
          label={t("review.item")}
          value={item}
          options={[any, ...items.map((entry) => ({ value: entry.item, label: pick(entry.title) }))]}
          onChange={setItem}
        />
        <Choice
          label={t("review.reason")}
          value={reason}
          options={[any, ...LISTED_REASONS.map((value) => ({ value, label: t(reasonKey(value)) }))]}
          onChange={setReason}
        />
        <Link className="beside" to="/review/judgements">
          {t("review.judgements")}
        </Link>
        {session && mayOpen(session, MOVE_SCREEN.permission) ? (
          <Link className="beside" to={MOVE_SCREEN.path}>
            {pick(MOVE_SCREEN.title)}
          </Link>
        ) : null}
      </div>
      <Loaded query={pages.query}>
        {() => (
          <DataTable
            title={t("review.title")}
            columns={columns}
            rows={pages.rows}
            rowKey={({ key }) => key}
            empty={t(item === "" && reason === "" ? "review.empty" : "review.emptyFilter")}
            more={pages.more}
            loadAll={pages.loadAll}
          />
        )}
      </Loaded>
    </>
  );
}

function useReviewColumns(): readonly Column<ReviewSummary>[] {
  const { t } = useWords(REVIEW_WORDS);
  const { itemName, bodyName } = useNames();
  return [
    {
      key: "open",
      title: t("review.reason"),
      value: ({ reason }) => t(reasonKey(reason)),
      show: ({ key, reason }) => <Link to={`/review/${key}`}>{t(reasonKey(reason))}</Link>,
    },
    { key: "item", title: t("review.item"), value: ({ item }) => itemName(item) },
    { key: "body", title: t("review.body"), value: ({ sourceBody }) => bodyName(sourceBody) },
    {
      key: "where",
      title: t("review.where"),
      value: ({ batchId, row }) => `${batchId} ${row}`,
      show: ({ batchId, row }) => <Link to={`/report/${batchId}`}>{t("review.row", { row })}</Link>,
    },
    {
      key: "received",
      title: t("review.received"),
      value: ({ receivedAt }) => moment(receivedAt),
      show: ({ receivedAt }) => <time dateTime={receivedAt}>{moment(receivedAt)}</time>,
    },
  ];
}
