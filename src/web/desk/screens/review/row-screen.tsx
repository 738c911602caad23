import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "react-router";
import { take, type Review } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { useCatalogueItem, useNames } from "../../catalogue.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { useWords } from "../../words.ts";
import { DecideForm } from "./decide-form.tsx";
import { reasonKey } from "./review-keys.ts";
import { REVIEW_WORDS } from "./review.words.ts";

/** One waiting row beside the subjects that may be meant, and the decision about it. */
export function RowScreen() {
  const { t } = useWords(REVIEW_WORDS);
  const { rowKey = "" } = useParams();
  const api = useApi();
  const path = { key: rowKey };
  // A look is an audited act: it is not repeated because a window got the focus back.
  const once = { staleTime: Infinity, refetchOnWindowFocus: false };
  const row = useQuery({
    queryKey: ["review", rowKey],
    queryFn: () => take(api.GET("/api/v1/reviews/{key}", { params: { path } })),
    ...once,
  });
  const candidates = useQuery({
    queryKey: ["review", rowKey, "candidates"],
    queryFn: () => take(api.GET("/api/v1/reviews/{key}/candidates", { params: { path } })),
    ...once,
  });
  return (
    <>
      <p className="trail">
        <Link to="/review">{t("review.back")}</Link>
      </p>
      <Loaded query={row} heading={t("review.title")}>
        {(review) => (
          <>
            <h1>{t("row.title", { name: review.claim.name })}</h1>
            <div className="beside-columns">
              <Claim review={review} />
              <Loaded query={candidates}>{({ items }) => <DecideForm rowKey={rowKey} candidates={items} />}</Loaded>
            </div>
          </>
        )}
      </Loaded>
    </>
  );
}

function Claim({ review }: { readonly review: Review }) {
  const { t } = useWords(REVIEW_WORDS);
  const { itemName, bodyName } = useNames();
  const { claim } = review;
  const facts: readonly (readonly [string, string])[] = [
    [t("review.reason"), t(reasonKey(review.reason))],
    [t("row.name"), claim.name],
    [t("row.uscc"), claim.uscc ?? "–"],
    ...claim.identifiers.map(({ scheme, value }) => [scheme, value] as const),
    [t("row.document"), claim.documentNumber],
    [t("row.date"), claim.decisionDate],
    [t("review.item"), itemName(review.item)],
    [t("review.body"), bodyName(review.sourceBody)],
  ];
  return (
    <section>
      <h2>{t("row.claim")}</h2>
      <Facts facts={facts} />
      <p>
        <Link to={`/report/${review.batchId}`}>{t("row.source", { row: review.row })}</Link>
      </p>
      <details>
        <summary>{t("row.all")}</summary>
        <AllFields review={review} />
      </details>
      <p className="quiet">{t("row.audited")}</p>
    </section>
  );
}

function AllFields({ review: { item, values } }: { readonly review: Review }) {
  const { t, pick } = useWords(REVIEW_WORDS);
  const fields = useCatalogueItem(item).data?.fields ?? [];
  const text = (value: unknown): string => {
    if (typeof value === "boolean") return t(value ? "row.yes" : "row.no");
    if (typeof value === "string" || typeof value === "number") return String(value);
    return Array.isArray(value) ? value.map(text).join(", ") : JSON.stringify(value);
  };
  const title = (key: string): string => {
    const field = fields.find((one) => one.key === key);
    return field ? pick(field.title) : key;
  };
  const given = Object.entries(values).filter(([, value]) => value !== null && value !== undefined && value !== "");
  return <Facts facts={given.map(([key, value]) => [title(key), text(value)])} />;
}

function Facts({ facts }: { readonly facts: readonly (readonly [string, string])[] }) {
  return (
    <dl className="facts">
      {facts.map(([title, value]) => (
        <div key={title}>
          <dt>{title}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
