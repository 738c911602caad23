/** A gap of the API, as far as choosing needs it. */
export interface Choosable {
  readonly year: number;
  readonly from: number;
  readonly to: number;
  readonly state: string;
  readonly waits: string | null;
}

/** Names a gap within its series. */
export function gapKey({ year, from }: Pick<Choosable, "year" | "from">): string {
  return `${year} ${from}`;
}

/** Whether somebody may still answer for it. */
export function isOpen({ state, waits }: Choosable): boolean {
  return state !== "answered" && waits === null;
}

/** The gaps that are chosen and can still be answered, and how many numbers they hold. */
export function chosenOf<Gap extends Choosable>(
  gaps: readonly Gap[],
  keys: ReadonlySet<string>,
): { readonly gaps: readonly Gap[]; readonly numbers: number } {
  const chosen = gaps.filter((gap) => isOpen(gap) && keys.has(gapKey(gap)));
  return { gaps: chosen, numbers: chosen.reduce((sum, { from, to }) => sum + to - from + 1, 0) };
}
