import { readFileSync } from "node:fs";

export interface LicenceKind {
  readonly body: string;
  readonly prefix: string;
  readonly weight: number;
  readonly document: string;
  readonly certificate: string;
  readonly kind: string;
  readonly years: number;
  readonly content: string;
}

export interface PenaltyKind {
  readonly body: string;
  readonly prefix: string;
  readonly weight: number;
  readonly violation: string;
  readonly grounds: string;
  readonly kinds: string;
  /** Least and most, in 10,000 yuan. */
  readonly fine: readonly [number, number] | null;
  /** As the file says it; empty where the rules are to propose it. */
  readonly severity: string;
}

export interface SampleWords {
  readonly places: readonly string[];
  readonly styles: readonly string[];
  readonly trades: readonly { readonly name: string; readonly form: string; readonly scope: string }[];
  readonly shops: readonly string[];
  readonly people: readonly string[];
  readonly streets: readonly string[];
  /** The body that registers businesses. */
  readonly registrar: string;
  readonly licences: readonly LicenceKind[];
  readonly penalties: readonly PenaltyKind[];
  /** Which bodies hand in files of their own, since how many weeks; before, and of the others, one file holds all. */
  readonly ownFiles: { readonly bodies: readonly string[]; readonly weeks: number };
  /** Which bodies report a share of their decisions late. */
  readonly late: { readonly bodies: readonly string[]; readonly share: number; readonly elsewhere: number };
}

/** The word material of the sample city, data/sample/words.json. */
export function readSampleWords(): SampleWords {
  const text = readFileSync(new URL("../../data/sample/words.json", import.meta.url), "utf8");
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a parse: the file is ours, and a test runs all of it
  return JSON.parse(text) as SampleWords;
}
