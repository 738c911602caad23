import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { take, type TimelinessDay } from "../../../../client/index.ts";
import { addMonths, lastOfMonth, parseLocalDate, systemClock } from "../../../../kernel/time.ts";
import { useApi } from "../../api.ts";
import { useBodies, useCatalogue } from "../../catalogue.ts";
import { Choice } from "../../choice.tsx";
import { count } from "../../numbers.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { useAsked } from "../../table/asked.ts";
import type { Column } from "../../table/column.ts";
import { DataTable } from "../../table/data-table.tsx";
import { SavedFilters } from "../../table/saved-filters.tsx";
import { useWords } from "../../words.ts";
import { byMonth, sheetsUpTo, wholeOf } from "./calendar.rules.ts";
import { FIGURES_WORDS } from "./figures.words.ts";
import { MonthSheets } from "./month-sheets.tsx";
import { recentMonths } from "./recent-months.ts";
import { PrintHead } from "./print-head.tsx";
import { TimelinessTabs } from "./timeliness-tabs.tsx";

/** Twelve months of days: what was decided, or made public, and how much of it late. */
export function CalendarScreen() {
  const { t } = useWords(FIGURES_WORDS);
  const api = useApi();
  const [asked] = useSearchParams();
  const by = asked.get("by") === "publication" ? "publication" : "decision";
  const [item, body] = [asked.get("item") ?? "", asked.get("body") ?? ""];
  const last = parseLocalDate(`${asked.get("until") ?? ""}-01`) ?? systemClock.today();
  const range = { from: `${addMonths(last, -11).slice(0, 7)}-01`, to: lastOfMonth(last) };
  const filter = { by, ...range, ...(item ? { item } : {}), ...(body ? { body } : {}) } as const;
  const query = useQuery({
    queryKey: ["timeliness", "days", filter],
    queryFn: () => take(api.GET("/api/v1/publicity/timeliness/days", { params: { query: filter } })),
  });
  const further = new URLSearchParams({ ...(item ? { item } : {}), ...(body ? { body } : {}) });
  const dayPath = (day: string): string | null =>
    by === "publication" ? null : `/timeliness/decisions?${further.toString()}&day=${day}`;
  return (
    <>
      <PrintHead />
      <h1>{t("calendar.title")}</h1>
      <TimelinessTabs />
      <p className="lead">{t("calendar.lead")}</p>
      <Asked until={last.slice(0, 7)} />
      <Loaded query={query}>{({ days }) => <Calendar days={days} until={last.slice(0, 7)} dayPath={dayPath} />}</Loaded>
    </>
  );
}

interface CalendarProps {
  readonly days: readonly TimelinessDay[];
  readonly until: string;
  readonly dayPath: (day: string) => string | null;
}

function Calendar({ days, until, dayPath }: CalendarProps) {
  const { t } = useWords(FIGURES_WORDS);
  const parts = usePartColumns();
  if (days.length === 0) return <div className="empty">{t("calendar.empty")}</div>;
  const { decisions, onTime, late, open } = wholeOf(days);
  const places = { decisions: count(decisions), onTime: count(onTime), late: count(late), open: count(open) };
  return (
    <>
      <p className="whole">{t("calendar.whole", { ...places, days: days.length })}</p>
      <MonthSheets sheets={sheetsUpTo(until)} days={days} dayPath={dayPath} />
      <h2>{t("calendar.byMonth")}</h2>
      <DataTable
        title={t("calendar.byMonth")}
        columns={[{ key: "month", title: t("calendar.month"), value: ({ month }) => month, steady: true }, ...parts]}
        rows={byMonth(days)}
        rowKey={({ month }) => month}
        empty={t("calendar.empty")}
      />
      <details>
        <summary>{t("calendar.byDay")}</summary>
        <DataTable
          title={t("calendar.byDay")}
          columns={[{ key: "day", title: t("calendar.dayTitle"), value: ({ day }) => day, steady: true }, ...parts]}
          rows={days}
          rowKey={({ day }) => day}
          empty={t("calendar.empty")}
        />
      </details>
    </>
  );
}

function usePartColumns(): readonly Column<Omit<TimelinessDay, "day">>[] {
  const { t } = useWords(FIGURES_WORDS);
  return [
    { key: "decisions", title: t("calendar.decisions"), value: ({ decisions }) => decisions, numeric: true },
    { key: "onTime", title: t("calendar.onTime"), value: ({ onTime }) => onTime, numeric: true },
    { key: "late", title: t("league.late"), value: ({ late }) => late, numeric: true },
    { key: "open", title: t("calendar.open"), value: ({ open }) => open, numeric: true },
  ];
}

/** What the calendar is asked for. */
function Asked({ until }: { readonly until: string }) {
  const { t, pick } = useWords(FIGURES_WORDS);
  const [asked, ask] = useAsked();
  const items = useCatalogue().data?.items ?? [];
  const bodies = useBodies().data?.items ?? [];
  const any = { value: "", label: t("league.any") };
  return (
    <div className="choices">
      <Choice
        label={t("league.body")}
        value={asked("body")}
        options={[any, ...bodies.map(({ body, name }) => ({ value: body, label: pick(name) }))]}
        onChange={ask("body")}
      />
      <Choice
        label={t("league.item")}
        value={asked("item")}
        options={[any, ...items.map(({ item, title }) => ({ value: item, label: pick(title) }))]}
        onChange={ask("item")}
      />
      <Choice
        label={t("calendar.by")}
        value={asked("by")}
        options={[
          { value: "", label: t("calendar.by.decision") },
          { value: "publication", label: t("calendar.by.publication") },
        ]}
        onChange={ask("by")}
      />
      <Choice
        label={t("calendar.until")}
        value={until}
        options={recentMonths().map((month) => ({ value: month, label: month }))}
        onChange={ask("until")}
      />
      <SavedFilters />
    </div>
  );
}
