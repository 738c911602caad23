import { useQuery } from "@tanstack/react-query";
import { Link, useSearchParams } from "react-router";
import { take, type TimelinessFigure } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { useCatalogue, useNames } from "../../catalogue.ts";
import { Choice } from "../../choice.tsx";
import { count, share } from "../../numbers.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { useAsked } from "../../table/asked.ts";
import type { Column } from "../../table/column.ts";
import { DataTable } from "../../table/data-table.tsx";
import { SavedFilters } from "../../table/saved-filters.tsx";
import { useWords } from "../../words.ts";
import { league, total, type Standing } from "./league.rules.ts";
import { TIMELINESS_WORDS } from "./timeliness.words.ts";

/** Who publishes in time: bodies or items, with numerator and denominator. What is asked for stands in the address. */
export function LeagueScreen() {
  const { t } = useWords(TIMELINESS_WORDS);
  const api = useApi();
  const query = useQuery({
    queryKey: ["timeliness"],
    queryFn: () => take(api.GET("/api/v1/publicity/timeliness")),
  });
  return (
    <>
      <h1>{t("league.title")}</h1>
      <p className="lead">{t("league.lead")}</p>
      <Loaded query={query}>{({ figures }) => <League figures={figures} />}</Loaded>
      <p>
        <a href="/statistics">{t("league.public")}</a>
      </p>
    </>
  );
}

function League({ figures }: { readonly figures: readonly TimelinessFigure[] }) {
  const { t } = useWords(TIMELINESS_WORDS);
  const [asked] = useSearchParams();
  const by = asked.get("by") === "item" ? "item" : "sourceBody";
  const [item, from, to] = ["item", "from", "to"].map((name) => asked.get(name) ?? "");
  const counted = figures.filter(
    (figure) => (!item || figure.item === item) && (!from || figure.month >= from) && (!to || figure.month <= to),
  );
  const whole = total("", counted);
  const columns = useLeagueColumns(by);
  const months = [...new Set(figures.map(({ month }) => month))].sort();
  return (
    <>
      <Asked months={months} />
      {counted.length === 0 ? null : (
        <p className="whole">
          {t("league.whole", {
            share: share(whole.onTime, whole.due),
            onTime: count(whole.onTime),
            due: count(whole.due),
            late: count(whole.due - whole.onTime),
            excluded: count(whole.excluded),
          })}
        </p>
      )}
      <DataTable
        title={t("league.title")}
        columns={columns}
        rows={league(counted, by)}
        rowKey={({ code }) => code}
        empty={t("league.empty")}
      />
    </>
  );
}

/** What the league is asked for. */
function Asked({ months }: { readonly months: readonly string[] }) {
  const { t, pick } = useWords(TIMELINESS_WORDS);
  const [asked, ask] = useAsked();
  const items = useCatalogue().data?.items ?? [];
  const any = { value: "", label: t("league.any") };
  const ofMonths = [any, ...months.map((month) => ({ value: month, label: month }))];
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
        options={[any, ...items.map((entry) => ({ value: entry.item, label: pick(entry.title) }))]}
        onChange={ask("item")}
      />
      <Choice label={t("league.from")} value={asked("from")} options={ofMonths} onChange={ask("from")} />
      <Choice label={t("league.to")} value={asked("to")} options={ofMonths} onChange={ask("to")} />
      <SavedFilters />
    </div>
  );
}

function useLeagueColumns(by: "sourceBody" | "item"): readonly Column<Standing>[] {
  const { t } = useWords(TIMELINESS_WORDS);
  const { bodyName, itemName } = useNames();
  const [asked] = useSearchParams();
  const name = (code: string): string => (by === "item" ? itemName(code) : bodyName(code));
  const drillDown = (code: string): string => {
    const further = new URLSearchParams(asked);
    further.delete("by");
    further.set(by === "item" ? "item" : "body", code);
    return `/timeliness/decisions?${further.toString()}`;
  };
  return [
    {
      key: "name",
      title: t(by === "item" ? "league.item" : "league.body"),
      value: ({ code }) => name(code),
      show: ({ code }) => <Link to={drillDown(code)}>{name(code)}</Link>,
    },
    {
      key: "share",
      title: t("league.share"),
      value: ({ onTime, due }) => share(onTime, due),
      show: ({ onTime, due }) => (
        <span className="share">
          {due === 0 ? null : <meter aria-hidden="true" min={0} max={due} value={onTime} />}
          <span className="share-figure">{share(onTime, due)}</span>
        </span>
      ),
      numeric: true,
    },
    { key: "onTime", title: t("league.onTime"), value: ({ onTime }) => onTime, numeric: true },
    { key: "due", title: t("league.due"), value: ({ due }) => due, numeric: true },
    { key: "late", title: t("league.late"), value: ({ onTime, due }) => due - onTime, numeric: true },
    { key: "excluded", title: t("league.excluded"), value: ({ excluded }) => excluded, numeric: true },
  ];
}
