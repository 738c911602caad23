/** What the bodies of the sample city state about their year. */
export interface SampleCoverage {
  /** How many months they look back on. */
  readonly months: number;
  /** A zero report that a late decision contradicts. */
  readonly contradicted: {
    readonly item: string;
    readonly body: string;
    readonly monthsAgo: number;
    readonly reason: string;
  };
  /** The one month for which nothing came at all. */
  readonly missing: { readonly item: string; readonly body: string; readonly monthsAgo: number };
  /** Usual reasons of zero reports by item, and for others. */
  readonly reasons: Readonly<Record<string, string>>;
  readonly reason: string;
  readonly tables: {
    /** The body whose tables of the whole year are there. */
    readonly fullYear: string;
    readonly recentMonths: number;
    readonly oneMissingIn: number;
    readonly oneOffSiteIn: number;
    readonly basis: string;
  };
  readonly draw: {
    readonly item: string;
    readonly body: string;
    readonly months: number;
    readonly size: number;
    readonly seed: string;
    readonly checks: readonly { readonly outcome: "right" | "wrong"; readonly fields: readonly string[] }[];
  };
}

const RIGHT = { outcome: "right", fields: [] } as const;

export const SAMPLE_COVERAGE: SampleCoverage = {
  months: 12,
  contradicted: { item: "administrative-penalty", body: "hs-health", monthsAgo: 5, reason: "no-case" },
  missing: { item: "administrative-penalty", body: "hs-human-resources", monthsAgo: 3 },
  reasons: { "administrative-penalty": "no-case" },
  reason: "no-application",
  tables: { fullYear: "hs-ecology", recentMonths: 3, oneMissingIn: 4, oneOffSiteIn: 3, basis: "not-served" },
  draw: {
    item: "administrative-penalty",
    body: "hs-ecology",
    months: 3,
    size: 10,
    seed: "sample-city-2017-410",
    checks: [RIGHT, RIGHT, RIGHT, { outcome: "wrong", fields: ["fineAmount"] }, RIGHT, RIGHT, RIGHT, RIGHT],
  },
};
