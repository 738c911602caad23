import type { Figure } from "./league.rules.ts";

/** How a frozen figure stands beside the live one. */
export type Standing =
  | { readonly kind: "same" }
  /** By how much numerator and denominator differ now. */
  | { readonly kind: "changed"; readonly numerator: number; readonly denominator: number }
  /** The live figure of this body is not for this reader. */
  | { readonly kind: "hidden" }
  /** There is no live figure any more. */
  | { readonly kind: "gone" };

type Frozen = Pick<Figure, "rate" | "body" | "item" | "numerator" | "denominator">;

/** The live figure of the same rate, body and item, where there is one. */
export function liveOf<Live extends Frozen>(frozen: Frozen, live: readonly Live[]): Live | null {
  return (
    live.find(({ rate, body, item }) => rate === frozen.rate && body === frozen.body && item === frozen.item) ?? null
  );
}

/** What became of a frozen figure since. */
export function standingOf(frozen: Frozen, live: readonly Frozen[], mayBeHidden: boolean): Standing {
  const now = liveOf(frozen, live);
  if (!now) return { kind: mayBeHidden ? "hidden" : "gone" };
  const numerator = now.numerator - frozen.numerator;
  const denominator = now.denominator - frozen.denominator;
  return numerator === 0 && denominator === 0 ? { kind: "same" } : { kind: "changed", numerator, denominator };
}

/** A difference with its sign. */
export function signed(difference: number): string {
  if (difference === 0) return "±0";
  return difference > 0 ? `+${difference}` : `−${-difference}`;
}
