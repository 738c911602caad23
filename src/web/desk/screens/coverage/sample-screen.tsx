import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { take, type SampleRows } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { useCatalogueItem, useNames } from "../../catalogue.ts";
import { count, share } from "../../numbers.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { mayOpen, useSession } from "../../session.ts";
import type { Column } from "../../table/column.ts";
import { DataTable } from "../../table/data-table.tsx";
import { useWords } from "../../words.ts";
import { CheckForm } from "./check-form.tsx";
import { SAMPLES_WORDS } from "./samples.words.ts";

type SampledRow = SampleRows["rows"][number];

/** One sample: how it was drawn, and each record with what its comparison found. */
export function SampleScreen() {
  const { t } = useWords(SAMPLES_WORDS);
  const api = useApi();
  const { sampleId = "" } = useParams();
  const query = useQuery({
    queryKey: ["samples", sampleId],
    queryFn: () => take(api.GET("/api/v1/samples/{sampleId}", { params: { path: { sampleId } } })),
  });
  return (
    <>
      <p className="trail">
        <Link to="/coverage/samples">{t("samples.title")}</Link>
      </p>
      <Loaded query={query} heading={t("samples.title")}>
        {(sample) => <OneSample sample={sample} />}
      </Loaded>
    </>
  );
}

function OneSample({ sample }: { readonly sample: SampleRows }) {
  const { t } = useWords(SAMPLES_WORDS);
  const { itemName, bodyName } = useNames();
  const session = useSession().data;
  const [checking, setChecking] = useState<SampledRow | null>(null);
  const mayCheck = session !== undefined && mayOpen(session, "samples:check");
  const columns = useRowColumns(sample, mayCheck ? setChecking : null);
  return (
    <>
      <h1>{t("sample.title", { body: bodyName(sample.body), item: itemName(sample.item) })}</h1>
      <Figures sample={sample} />
      <p className="small">
        {t("sample.seed")} <code>{sample.seed}</code> · {t("sample.hash")} <code>{sample.frameHash}</code>
        <br />
        <a href={`/api/v1/samples/${sample.sampleId}/frame`}>{t("sample.frameFile")}</a>
      </p>
      {checking ? (
        <CheckForm key={checking.place} sample={sample} row={checking} onClose={() => setChecking(null)} />
      ) : null}
      <h2>{t("sample.rows")}</h2>
      <DataTable
        title={t("sample.rows")}
        columns={columns}
        rows={sample.rows}
        rowKey={({ recordId }) => recordId}
        empty={t("sample.rows.empty")}
      />
    </>
  );
}

function Figures({ sample }: { readonly sample: SampleRows }) {
  const { t } = useWords(SAMPLES_WORDS);
  const { outcomes, size, misreport, from, to, frameSize } = sample;
  const open = size - outcomes.right - outcomes.wrong - outcomes["no-document"];
  const { numerator, denominator } = misreport;
  return (
    <dl className="figures">
      <div>
        <dt>{t("samples.rate")}</dt>
        <dd>
          {share(numerator, denominator)}{" "}
          <span className="quiet small">
            {numerator} / {denominator}
          </span>
        </dd>
      </div>
      <div>
        <dt>{t("samples.open")}</dt>
        <dd>{count(open)}</dd>
      </div>
      <div>
        <dt>{t("samples.noDocument")}</dt>
        <dd>{count(outcomes["no-document"])}</dd>
      </div>
      <div>
        <dt>
          {t("samples.size")} / {t("samples.frame")}
        </dt>
        <dd>
          {count(size)} / {count(frameSize)}
        </dd>
      </div>
      <div>
        <dt>{t("samples.period")}</dt>
        <dd className="quiet steady">
          {from} – {to}
        </dd>
      </div>
    </dl>
  );
}

const LOOKS = {
  open: { shape: "…", tone: "quiet" },
  right: { shape: "✓", tone: "done" },
  wrong: { shape: "✕", tone: "error" },
  "no-document": { shape: "△", tone: "warning" },
} as const;

function useRowColumns(sample: SampleRows, onCheck: ((row: SampledRow) => void) | null): readonly Column<SampledRow>[] {
  const { t, pick } = useWords(SAMPLES_WORDS);
  const fields = useCatalogueItem(sample.item).data?.fields ?? [];
  const fieldName = (key: string): string => {
    const field = fields.find((one) => one.key === key);
    return field ? pick(field.title) : key;
  };
  const outcomeOf = ({ checks }: SampledRow) => checks[0]?.outcome ?? "open";
  const columns: readonly Column<SampledRow>[] = [
    { key: "place", title: t("row.place"), value: ({ place }) => place, numeric: true },
    {
      key: "number",
      title: t("row.number"),
      value: ({ documentNumber }) => documentNumber,
      show: ({ documentNumber, recordId }) => <a href={`/records/${recordId}`}>{documentNumber}</a>,
      steady: true,
    },
    { key: "decided", title: t("row.decided"), value: ({ decisionDate }) => decisionDate, steady: true },
    {
      key: "outcome",
      title: t("row.outcome"),
      value: (row) => t(`outcome.${outcomeOf(row)}`),
      show: (row) => {
        const { shape, tone } = LOOKS[outcomeOf(row)];
        return (
          <span className={`state state-${tone}`}>
            <span aria-hidden="true">{shape}</span> {t(`outcome.${outcomeOf(row)}`)}
          </span>
        );
      },
    },
    {
      key: "fields",
      title: t("row.fields"),
      value: ({ checks }) => (checks[0]?.fields ?? []).map(fieldName).join("、"),
    },
    { key: "against", title: t("row.against"), value: ({ checks }) => checks[0]?.checkedAgainst ?? null },
  ];
  if (onCheck === null) return columns;
  const act: Column<SampledRow> = {
    key: "act",
    title: t("row.act"),
    value: () => null,
    show: (row) => (
      <Button onClick={() => onCheck(row)}>
        {t(row.checks.length === 0 ? "row.check" : "row.again")}
        <span className="visually-hidden"> {row.documentNumber}</span>
      </Button>
    ),
  };
  return [...columns, act];
}
