import type { Exclusion } from "#publish";
import type { WordKey } from "./words.ts";

const KEYS = {
  "minor-not-published": "excluded.minor",
  "window-ended": "excluded.ended",
  "not-for-the-public": "excluded.notPublic",
  withdrawn: "excluded.withdrawn",
  "severity-unconfirmed": "excluded.unconfirmed",
  "severity-undecided": "excluded.undecided",
  "not-served": "excluded.notServed",
  "no-term": "excluded.noTerm",
  "calendar-missing": "excluded.calendar",
  "not-yet-due": "excluded.notYet",
} as const satisfies Record<Exclusion, WordKey>;

/** The key of the words for the reason why a decision does not count. */
export function exclusionWords(reason: string): WordKey {
  return Object.entries(KEYS).find(([code]) => code === reason)?.[1] ?? "excluded.other";
}
