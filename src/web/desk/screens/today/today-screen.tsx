import type { Today } from "../../../../client/index.ts";
import { useToday } from "../../notices.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { Notice } from "../../shell/notice.tsx";
import { count } from "../../numbers.ts";
import { useWords } from "../../words.ts";
import { TodayLines } from "./today-lines.tsx";
import { TODAY_PARTS } from "./today-parts.ts";
import { TODAY_WORDS } from "./today.words.ts";

/** The first screen after signing in: what is to be done, the most urgent first. */
export function TodayScreen() {
  const { t } = useWords(TODAY_WORDS);
  const query = useToday();
  return (
    <div className="today">
      <h1>{t("title")}</h1>
      <Loaded query={query}>{(today) => <Lines today={today} />}</Loaded>
      {TODAY_PARTS.map((Part) => (
        <Part key={Part.name} />
      ))}
    </div>
  );
}

function Lines({ today: { day, lines } }: { readonly today: Today }) {
  const { t } = useWords(TODAY_WORDS);
  const of = (urgency: (typeof lines)[number]["urgency"]) => lines.filter((line) => line.urgency === urgency).length;
  const [overdue, due] = [of("overdue"), of("due")];
  const sum = lines.length === 0 ? "sum.none" : sumOf(overdue, due);
  return (
    <>
      <p className="lead">{t(sum, { day, count: count(lines.length), overdue: count(overdue), due: count(due) })}</p>
      {lines.length === 0 ? (
        <Notice kind="done" title={t("empty.title")}>
          <p>{t("empty.text")}</p>
        </Notice>
      ) : (
        <TodayLines lines={lines} />
      )}
    </>
  );
}

function sumOf(overdue: number, due: number): "sum.both" | "sum.overdue" | "sum.due" | "sum.calm" {
  if (overdue > 0) return due > 0 ? "sum.both" : "sum.overdue";
  return due > 0 ? "sum.due" : "sum.calm";
}
