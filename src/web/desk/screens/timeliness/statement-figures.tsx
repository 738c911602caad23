import { useQuery } from "@tanstack/react-query";
import { Link, useSearchParams } from "react-router";
import { take, type Figures, type FrozenFigure, type Statement } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { useNames } from "../../catalogue.ts";
import { Choice } from "../../choice.tsx";
import { count, moment, share } from "../../numbers.ts";
import { mayOpen, useSession } from "../../session.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { useAsked } from "../../table/asked.ts";
import type { Column } from "../../table/column.ts";
import { DataTable } from "../../table/data-table.tsx";
import { SavedFilters } from "../../table/saved-filters.tsx";
import { useWords } from "../../words.ts";
import { FIGURES_WORDS } from "./figures.words.ts";
import { liveOf, signed, standingOf } from "./live.rules.ts";
import { RateValue } from "./rate-value.tsx";
import { STATEMENTS_WORDS } from "./statements.words.ts";

/** The figures of a statement, each beside the live one, with what is disputed. */
export function StatementFigures({ statement }: { readonly statement: Statement }) {
  const api = useApi();
  const { month } = statement;
  const live = useQuery({
    queryKey: ["figures", { from: month, to: month }],
    queryFn: () => take(api.GET("/api/v1/figures", { params: { query: { from: month, to: month } } })),
  });
  return <Loaded query={live}>{(now) => <Compared statement={statement} now={now} />}</Loaded>;
}

interface ComparedProps {
  readonly statement: Statement;
  readonly now: Figures;
}

function Compared({ statement, now }: ComparedProps) {
  const { t } = useWords(STATEMENTS_WORDS);
  const [asked] = useSearchParams();
  const [rate, body] = [asked.get("rate") ?? "", asked.get("body") ?? ""];
  const columns = useFigureColumns(statement, now);
  const { figures } = statement.content;
  const shown = figures.filter((figure) => (!rate || figure.rate === rate) && (!body || figure.body === body));
  return (
    <>
      <Asked figures={figures} rates={now.rates} />
      <DataTable
        title={t("one.title", { month: statement.month })}
        columns={columns}
        rows={shown}
        rowKey={(figure) => `${figure.rate} ${figure.body ?? ""} ${figure.item}`}
        empty={t("figures.empty")}
      />
    </>
  );
}

function Asked({ figures, rates }: { readonly figures: readonly FrozenFigure[]; readonly rates: Figures["rates"] }) {
  const { t, pick } = useWords(STATEMENTS_WORDS);
  const { t: named } = useWords(FIGURES_WORDS);
  const { bodyName } = useNames();
  const [asked, ask] = useAsked();
  const any = { value: "", label: t("any") };
  const bodies = [...new Set(figures.flatMap(({ body }) => body ?? []))].sort();
  const held = rates.filter(({ rate }) => figures.some((figure) => figure.rate === rate));
  return (
    <div className="choices">
      <Choice
        label={t("figures.rate")}
        value={asked("rate")}
        options={[any, ...held.map(({ rate, title }) => ({ value: rate, label: pick(title) }))]}
        onChange={ask("rate")}
      />
      <Choice
        label={named("league.body")}
        value={asked("body")}
        options={[any, ...bodies.map((code) => ({ value: code, label: bodyName(code) }))]}
        onChange={ask("body")}
      />
      <SavedFilters />
    </div>
  );
}

function useFigureColumns(statement: Statement, now: Figures): readonly Column<FrozenFigure>[] {
  const { t, pick } = useWords(STATEMENTS_WORDS);
  const { t: named } = useWords(FIGURES_WORDS);
  const { bodyName, itemName } = useNames();
  const liveColumns = useLiveColumns(now);
  const titleOf = (rate: string) => now.rates.find((one) => one.rate === rate)?.title;
  const rateName = ({ rate }: FrozenFigure): string => pick(titleOf(rate) ?? { zh: rate, en: rate });
  const bodyOf = ({ body }: FrozenFigure): string => (body === null ? named("league.noBody") : bodyName(body));
  const part = (key: "numerator" | "denominator"): Column<FrozenFigure> => ({
    key,
    title: named(`league.${key}`),
    value: (figure) => figure[key],
    exportOnly: true,
  });
  return [
    { key: "body", title: named("league.body"), value: bodyOf },
    { key: "item", title: named("league.item"), value: ({ item }) => itemName(item), steady: true },
    { key: "rate", title: t("figures.rate"), value: rateName, steady: true },
    {
      key: "frozen",
      title: t("figures.frozen"),
      value: ({ numerator, denominator }) => share(numerator, denominator),
      show: (figure) => <RateValue sum={{ ...figure, apart: 0 }} to={null} label={bodyOf(figure)} />,
      numeric: true,
    },
    part("numerator"),
    part("denominator"),
    ...liveColumns,
    {
      key: "dispute",
      title: t("figures.remark"),
      value: (figure) => sinceOf(statement, figure),
      show: (figure) => (
        <DisputeCell
          statement={statement}
          figure={figure}
          what={[bodyOf(figure), rateName(figure), itemName(figure.item)].join(" ")}
        />
      ),
    },
    { key: "rows", title: t("figures.rows"), value: ({ rows }) => rows, exportOnly: true },
  ];
}

/** How a figure stands now, and what became of it since. */
function useLiveColumns(now: Figures): readonly Column<FrozenFigure>[] {
  const { t } = useWords(STATEMENTS_WORDS);
  const { t: named } = useWords(FIGURES_WORDS);
  const shareNow = (figure: FrozenFigure): string | null => {
    const live = liveOf(figure, now.figures);
    if (live?.denominator === 0) return named("rate.none");
    return live && `${share(live.numerator, live.denominator)} (${count(live.numerator)} / ${count(live.denominator)})`;
  };
  const change = (figure: FrozenFigure): string => {
    const mayBeHidden = now.rates.find(({ rate }) => rate === figure.rate)?.seen !== "all";
    const standing = standingOf(figure, now.figures, mayBeHidden);
    if (standing.kind !== "changed") return t(`figures.${standing.kind}`);
    const { numerator, denominator } = standing;
    return t("figures.changed", { numerator: signed(numerator), denominator: signed(denominator) });
  };
  return [
    { key: "now", title: t("figures.now"), value: shareNow, numeric: true },
    { key: "change", title: t("figures.change"), value: change },
  ];
}

/** Since when a figure is disputed, or null. */
function sinceOf({ disputed }: Statement, figure: FrozenFigure): string | null {
  const open = disputed.find(
    ({ rate, body, item }) => rate === figure.rate && body === figure.body && item === figure.item,
  );
  return open ? moment(open.openedAt) : null;
}

interface DisputeCellProps {
  readonly statement: Statement;
  readonly figure: FrozenFigure;
  readonly what: string;
}

/** That a figure is disputed; or, for the body that it is about, the way to dispute it. */
function DisputeCell({ statement, figure, what }: DisputeCellProps) {
  const { t } = useWords(STATEMENTS_WORDS);
  const session = useSession().data;
  const since = sinceOf(statement, figure);
  if (since !== null) return <span className="state state-warning">{t("figures.disputed", { since })}</span>;
  const isOwn = figure.body !== null && figure.body === session?.body?.code;
  if (!session || !isOwn || statement.supersededBy !== null || !mayOpen(session, "figures:dispute"))
    return <span className="quiet">–</span>;
  const query = new URLSearchParams({ rate: figure.rate, item: figure.item });
  return (
    <Link
      className="screen-only"
      to={`/timeliness/statements/${statement.statementId}/dispute?${query.toString()}`}
      aria-label={t("figures.disputeOf", { what })}
    >
      {t("figures.dispute")}
    </Link>
  );
}
