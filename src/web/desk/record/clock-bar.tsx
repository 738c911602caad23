import type { RecordClock } from "../../../client/index.ts";
import { useWords } from "../words.ts";
import { CLOCK_WORDS } from "./clock.words.ts";

type Part = Pick<RecordClock["segments"][number], "kind" | "holder" | "days" | "workdays">;

/** Marks of the holders, so that a bar without colour tells them apart as well. */
const SHAPES = { department: "■", platform: "▲", nobody: "○" } as const;

/** A mark and the name of whoever holds a record. */
export function HolderName({ holder }: { readonly holder: Part["holder"] }) {
  const { t } = useWords(CLOCK_WORDS);
  return (
    <span className={`holder holder-${holder}`}>
      <span aria-hidden="true">{SHAPES[holder]}</span> {t(`holder.${holder}`)}
    </span>
  );
}

/** Who held a record for how long, as one bar: widths by days, at least so wide that nothing that happened is left out. */
export function ClockBar({ segments }: { readonly segments: readonly Part[] }) {
  return (
    <span className="clock-bar" aria-hidden="true">
      {segments.map(({ kind, holder, days }, at) => (
        <span key={`${kind} ${at}`} className={`clock-part clock-${holder}`} style={{ flexGrow: Math.max(days, 0.25) }}>
          {SHAPES[holder]}
        </span>
      ))}
    </span>
  );
}

/** The same in words, for tables, exports and whoever does not see the bar. */
export function useSegmentWords(): (segments: readonly Part[]) => string {
  const { t } = useWords(CLOCK_WORDS);
  return (segments) =>
    segments
      .map(({ kind, workdays }) =>
        t("clock.segment", { kind: t(`kind.${kind}`), workdays: workdays ?? t("clock.unknown") }),
      )
      .join(t("clock.comma"));
}
