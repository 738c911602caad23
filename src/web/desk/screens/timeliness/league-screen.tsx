import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { take, type Figures } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { useCatalogue } from "../../catalogue.ts";
import { Choice } from "../../choice.tsx";
import { count, share } from "../../numbers.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { useAsked } from "../../table/asked.ts";
import { DataTable } from "../../table/data-table.tsx";
import { SavedFilters } from "../../table/saved-filters.tsx";
import { useWords } from "../../words.ts";
import { FIGURES_WORDS } from "./figures.words.ts";
import { useLeagueColumns } from "./league-columns.tsx";
import { FIRST, league, total } from "./league.rules.ts";
import { RateMethod } from "./rate-method.tsx";
import { recentMonths } from "./recent-months.ts";
import { PrintHead } from "./print-head.tsx";
import { TimelinessTabs } from "./timeliness-tabs.tsx";

/** How bodies or items stand in every rate, with numerator and denominator. What is asked for stands in the address. */
export function LeagueScreen() {
  const { t } = useWords(FIGURES_WORDS);
  const api = useApi();
  const [asked] = useSearchParams();
  const filter = Object.fromEntries(
    ["from", "to", "item"].flatMap((name) => (asked.get(name) ? [[name, asked.get(name) ?? ""]] : [])),
  );
  const query = useQuery({
    queryKey: ["figures", filter],
    queryFn: () => take(api.GET("/api/v1/figures", { params: { query: filter } })),
  });
  return (
    <>
      <PrintHead />
      <h1>{t("league.title")}</h1>
      <TimelinessTabs />
      <p className="lead">{t("league.lead")}</p>
      <Loaded query={query}>{(figures) => <League league={figures} />}</Loaded>
      <p>
        <a href="/statistics">{t("league.public")}</a>
      </p>
    </>
  );
}

function League({ league: { rates, figures, from, to } }: { readonly league: Figures }) {
  const { t, pick } = useWords(FIGURES_WORDS);
  const [asked] = useSearchParams();
  const by = asked.get("by") === "item" ? "item" : "body";
  const open = rates.filter(({ source, seen }) => source && seen !== "none");
  // By the first of them the lines stand.
  const shown = [...open.filter(({ rate }) => rate === FIRST), ...open.filter(({ rate }) => rate !== FIRST)];
  const columns = useLeagueColumns({ by, from, to }, shown);
  return (
    <>
      <Asked from={from} to={to} />
      {figures.length === 0 ? null : (
        <dl className="figures">
          {shown.map(({ rate, title, seen }) => {
            const whole = total(figures, rate);
            return (
              <div key={rate}>
                <dt>
                  {pick(title)}{" "}
                  <span className="small">{t(seen === "own" ? "league.ownBody" : "league.wholeCity")}</span>
                </dt>
                <dd>{share(whole.numerator, whole.denominator)}</dd>
                <dd className="quiet">
                  {t("league.parts", { numerator: count(whole.numerator), denominator: count(whole.denominator) })}
                </dd>
              </div>
            );
          })}
        </dl>
      )}
      <DataTable
        title={t("league.title")}
        columns={columns}
        rows={league(figures, by)}
        rowKey={({ code }) => code}
        empty={t("league.empty")}
      />
      <RateMethod rates={rates} />
    </>
  );
}

/** What the league is asked for. */
function Asked({ from, to }: { readonly from: string; readonly to: string }) {
  const { t, pick } = useWords(FIGURES_WORDS);
  const [asked, ask] = useAsked();
  const items = useCatalogue().data?.items ?? [];
  const months = recentMonths().map((month) => ({ value: month, label: month }));
  return (
    <div className="choices">
      <Choice
        label={t("league.by")}
        value={asked("by")}
        options={[
          { value: "", label: t("league.by.body") },
          { value: "item", label: t("league.by.item") },
        ]}
        onChange={ask("by")}
      />
      <Choice
        label={t("league.item")}
        value={asked("item")}
        options={[
          { value: "", label: t("league.any") },
          ...items.map((entry) => ({ value: entry.item, label: pick(entry.title) })),
        ]}
        onChange={ask("item")}
      />
      <Choice label={t("league.from")} value={from} options={months} onChange={ask("from")} />
      <Choice label={t("league.to")} value={to} options={months} onChange={ask("to")} />
      <SavedFilters />
    </div>
  );
}
