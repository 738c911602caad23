import { useRef, useState, type KeyboardEvent, type RefObject } from "react";
import { Link } from "react-router";
import type { TimelinessDay } from "../../../../client/index.ts";
import { addDays, type LocalDate } from "../../../../kernel/time.ts";
import { useWords } from "../../words.ts";
import { levelOf, LEVELS, type MonthSheet } from "./calendar.rules.ts";
import { FIGURES_WORDS } from "./figures.words.ts";

/** By how many days an arrow key moves. */
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** How many days are passed over at most on the way to one that holds something. */
const FARTHEST = 60;

interface SheetsProps {
  readonly sheets: readonly MonthSheet[];
  readonly days: readonly TimelinessDay[];
  /** Where a day leads; null where its rows are listed nowhere. */
  readonly dayPath: (day: string) => string | null;
}

/** Months as sheets of a calendar. One day is in the order of the Tab key; arrow keys go on to the others. */
export function MonthSheets({ sheets, days, dayPath }: SheetsProps) {
  const { t } = useWords(FIGURES_WORDS);
  const frame = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState<string>(days.at(-1)?.day ?? "");
  const held = new Map(days.map((day) => [day.day, day]));
  const counts = days.map(({ decisions }) => decisions);
  const faceOf = (day: LocalDate): DayProps => ({
    day,
    held: held.get(day),
    level: levelOf(held.get(day)?.decisions ?? 0, counts),
    path: dayPath(day),
    isCurrent: day === current,
    onMove: (event) => moveFrom(day, event, frame),
    onFocus: () => setCurrent(day),
  });
  return (
    <>
      <p className="sheet-legend" aria-hidden="true">
        {t("calendar.legend")} {t("calendar.legend.few")}
        {Array.from({ length: LEVELS }, (_, at) => (
          <span key={at} className={`sheet-day sheet-level-${at + 1}`} />
        ))}
        {t("calendar.legend.many")} <span className="sheet-late">{t("calendar.legend.late")}</span>
      </p>
      <div ref={frame} className="sheets">
        {sheets.map((sheet) => (
          <Sheet key={sheet.month} sheet={sheet} faceOf={faceOf} />
        ))}
      </div>
    </>
  );
}

/** Goes on to the next day that holds something, in the direction of the key. */
function moveFrom(day: LocalDate, event: KeyboardEvent, frame: RefObject<HTMLDivElement | null>): void {
  const step = STEPS[event.key];
  if (step === undefined) return;
  event.preventDefault();
  for (let far = 1; far <= FARTHEST; far++) {
    const target = frame.current?.querySelector<HTMLElement>(`a[data-day="${addDays(day, step * far)}"]`);
    if (!target) continue;
    target.focus();
    return;
  }
}

function Sheet({ sheet, faceOf }: { readonly sheet: MonthSheet; readonly faceOf: (day: LocalDate) => DayProps }) {
  const { t } = useWords(FIGURES_WORDS);
  return (
    <table className="sheet-month">
      <caption>{sheet.month}</caption>
      <thead>
        <tr>
          {t("weekdays")
            .split(" ")
            .map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
        </tr>
      </thead>
      <tbody>
        {sheet.weeks.map((week) => (
          <tr key={week.find((day) => day !== null)}>
            {week.map((day, at) => (
              <td key={day ?? at}>{day === null ? null : <Day {...faceOf(day)} />}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface DayProps {
  readonly day: LocalDate;
  readonly held: TimelinessDay | undefined;
  readonly level: number;
  readonly path: string | null;
  readonly isCurrent: boolean;
  readonly onMove: (event: KeyboardEvent) => void;
  readonly onFocus: () => void;
}

/** One day: its number of decisions, and a mark where some were late; its words for a reader by ear. */
function Day({ day, held, level, path, isCurrent, onMove, onFocus }: DayProps) {
  const { t } = useWords(FIGURES_WORDS);
  const label = held ? t("calendar.day", { ...held }) : t("calendar.none", { day });
  const face = (
    <>
      <span className="sheet-number" aria-hidden="true">
        {Number(day.slice(8))}
      </span>
      <span aria-hidden="true">
        {held?.decisions ?? ""}
        {held && held.late > 0 ? <span className="sheet-late">△</span> : null}
      </span>
    </>
  );
  const className = `sheet-day sheet-level-${level}`;
  if (!held || path === null)
    return (
      <span role="img" className={className} aria-label={label} title={label}>
        {face}
      </span>
    );
  return (
    <Link
      to={path}
      className={className}
      data-day={day}
      title={label}
      tabIndex={isCurrent ? 0 : -1}
      onKeyDown={onMove}
      onFocus={onFocus}
    >
      <span className="visually-hidden">{label}</span>
      {face}
    </Link>
  );
}
