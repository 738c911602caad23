import type { TodayLine } from "../../../../client/index.ts";

type Urgency = TodayLine["urgency"];

const ORDER: readonly Urgency[] = ["overdue", "due", "soon", "open"];

/** Lines of one urgency, in the order in which they came. */
export interface TodayPart {
  readonly urgency: Urgency;
  readonly lines: readonly TodayLine[];
}

/** The lines in parts, the most urgent first; a part without a line is not there. */
export function partsOf(lines: readonly TodayLine[]): readonly TodayPart[] {
  return ORDER.map((urgency) => ({ urgency, lines: lines.filter((line) => line.urgency === urgency) })).filter(
    (part) => part.lines.length > 0,
  );
}
