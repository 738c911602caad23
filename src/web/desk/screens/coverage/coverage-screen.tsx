import { useQuery } from "@tanstack/react-query";
import { take, type CoverageCell, type CoverageTotals } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { Choice } from "../../choice.tsx";
import { count } from "../../numbers.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { useAsked } from "../../table/asked.ts";
import { useNarrow } from "../../table/narrow.ts";
import { SavedFilters } from "../../table/saved-filters.tsx";
import { useWords } from "../../words.ts";
import { AskedRange, useAskedRange } from "./asked-range.tsx";
import { CoveragePages } from "./coverage-pages.tsx";
import { COVERAGE_WORDS } from "./coverage.words.ts";
import { MatrixList } from "./matrix-list.tsx";
import { hasProblem, rowsOf } from "./matrix.rules.ts";
import { Matrix } from "./matrix.tsx";

/** What each body owes and what of it is there. */
export function CoverageScreen() {
  const { t } = useWords(COVERAGE_WORDS);
  const api = useApi();
  const [asked, ask] = useAsked();
  const filter = useAskedRange();
  const query = useQuery({
    queryKey: ["coverage", filter],
    queryFn: () => take(api.GET("/api/v1/coverage", { params: { query: filter } })),
  });
  return (
    <>
      <h1>{t("coverage.title")}</h1>
      <p className="lead">{t("coverage.lead")}</p>
      <CoveragePages />
      <AskedRange withItem>
        <Choice
          label={t("coverage.show")}
          value={asked("show")}
          options={[
            { value: "", label: t("coverage.show.all") },
            { value: "problems", label: t("coverage.show.problems") },
          ]}
          onChange={ask("show")}
        />
      </AskedRange>
      <SavedFilters />
      <Loaded query={query}>
        {({ cells, totals }) => <Shown cells={cells} totals={totals} problems={asked("show") === "problems"} />}
      </Loaded>
    </>
  );
}

interface ShownProps {
  readonly cells: readonly CoverageCell[];
  readonly totals: CoverageTotals;
  readonly problems: boolean;
}

function Shown({ cells, totals, problems }: ShownProps) {
  const { t } = useWords(COVERAGE_WORDS);
  const narrow = useNarrow();
  const all = rowsOf(cells);
  const rows = problems ? all.filter(hasProblem) : all;
  if (all.length === 0) return <div className="empty">{t("coverage.empty")}</div>;
  const { owed, reported, decisions, zero, missing, contradicted } = totals;
  const places = { owed, reported, decisions, zero, missing, contradicted, notDue: totals["not-yet-due"] };
  const counts = Object.fromEntries(Object.entries(places).map(([name, value]) => [name, count(value)]));
  return (
    <>
      <p className="whole">{t("coverage.whole", counts)}</p>
      {rows.length === 0 ? (
        <div className="empty">{t("coverage.noProblems")}</div>
      ) : narrow ? (
        <MatrixList rows={rows} />
      ) : (
        <Matrix rows={rows} />
      )}
    </>
  );
}
