import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import { take, type CoverageCell } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { useNames } from "../../catalogue.ts";
import { count } from "../../numbers.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { Notice } from "../../shell/notice.tsx";
import { ReasonedStep } from "../../shell/reasoned-step.tsx";
import { mayOpen, useSession } from "../../session.ts";
import { useAsked } from "../../table/asked.ts";
import { useWords } from "../../words.ts";
import { CellDecisions } from "./cell-decisions.tsx";
import { CellMark } from "./cell-mark.tsx";
import { CellStatements } from "./cell-statements.tsx";
import { COVERAGE_WORDS } from "./coverage.words.ts";
import { ZeroForm } from "./zero-form.tsx";
import { isOpenForZero } from "./zero-reporting.tsx";

/** One obligation: how it stands, what is behind it, and what can be done. */
export function CellScreen() {
  const { t } = useWords(COVERAGE_WORDS);
  const { itemName, bodyName } = useNames();
  const api = useApi();
  const [asked] = useAsked();
  const [item, body, period] = [asked("item"), asked("body"), asked("period")];
  const month = lastMonthOf(period);
  const query = useQuery({
    queryKey: ["coverage", { item, body, from: month, to: month }],
    queryFn: () => take(api.GET("/api/v1/coverage", { params: { query: { item, body, from: month, to: month } } })),
  });
  return (
    <>
      <p className="trail">
        <Link to="/coverage">{t("coverage.title")}</Link>
      </p>
      <h1>
        {t("cell.title", { body: bodyName(body), item: itemName(item) })} <span className="steady">{period}</span>
      </h1>
      <Loaded query={query}>
        {({ cells }) => {
          const cell = cells.find((one) => one.period === period);
          return cell ? <OneCell cell={cell} /> : <div className="empty">{t("cell.none")}</div>;
        }}
      </Loaded>
    </>
  );
}

/** The month with which a period ends, by which it is asked for. */
function lastMonthOf(period: string): string {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(period);
  return quarter ? `${quarter[1]}-${String(Number(quarter[2]) * 3).padStart(2, "0")}` : period;
}

function OneCell({ cell }: { readonly cell: CoverageCell }) {
  const { t } = useWords(COVERAGE_WORDS);
  return (
    <>
      <dl className="figures">
        <div>
          <dt>{t("cell.state")}</dt>
          <dd className="cell-state">
            <CellMark state={cell.state} count={0} />
          </dd>
        </div>
        <div>
          <dt>{t("cell.count")}</dt>
          <dd>{count(cell.count)}</dd>
        </div>
        <div>
          <dt>{t("cell.period")}</dt>
          <dd className="quiet steady">
            {cell.first} – {cell.last}
          </dd>
        </div>
        <div>
          <dt>{t("cell.due")}</dt>
          <dd className="quiet steady">{cell.dueOn}</dd>
        </div>
      </dl>
      <p>{t(`cell.said.${cell.state}`)}</p>
      <CellActs cell={cell} />
      <CellDecisions cell={cell} />
      <CellStatements cell={cell} />
    </>
  );
}

/** What a reporter of the body can do about it. */
function CellActs({ cell }: { readonly cell: CoverageCell }) {
  const { t } = useWords(COVERAGE_WORDS);
  const session = useSession().data;
  const [done, setDone] = useState<string | null>(null);
  const may = session !== undefined && mayOpen(session, "coverage:report") && session.body?.code === cell.body;
  return (
    <>
      {done === null ? null : <Notice kind="done" title={t("zero.done", { what: done })} />}
      {may && isOpenForZero(cell) ? (
        <section className="sheet">
          <h2>{t("zero.title")}</h2>
          <ZeroForm open={[cell]} onDone={setDone} />
        </section>
      ) : null}
      {may && cell.zeroReport ? <TakeBack zeroReportId={cell.zeroReport.zeroReportId} period={cell.period} /> : null}
    </>
  );
}

function TakeBack({ zeroReportId, period }: { readonly zeroReportId: string; readonly period: string }) {
  const { t } = useWords(COVERAGE_WORDS);
  const api = useApi();
  const queries = useQueryClient();
  const step = useMutation({
    mutationFn: (reason: string) =>
      take(
        api.POST("/api/v1/zero-reports/{zeroReportId}/take-back", {
          params: { path: { zeroReportId } },
          body: { reason },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["coverage"] }),
  });
  return <ReasonedStep verb={t("zero.back")} effect={t("zero.back.effect", { period })} step={step} danger />;
}
