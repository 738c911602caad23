export const ACTS = ["approve", "refuse", "take-back"] as const;
export type Act = (typeof ACTS)[number];

/** What was decided a moment ago, told on the page of the next. */
export interface Done {
  readonly act: Act;
  readonly name: string;
}

/** Reads what the page before left in the history; null where it left nothing of the kind. */
export function doneIn(state: unknown): Done | null {
  if (typeof state !== "object" || state === null || !("act" in state) || !("name" in state)) return null;
  const act = ACTS.find((one) => one === state.act);
  return act === undefined || typeof state.name !== "string" ? null : { act, name: state.name };
}
