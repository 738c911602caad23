import table from "../../../../data/rules/uscc-categories.json" with { type: "json" };

/** The parts of a credit code of 18 characters. */
export interface UsccParts {
  /** Positions 1 and 2: registering department and kind of body. */
  readonly category: string;
  /** Positions 3 to 8: division of the registering authority, GB/T 2260. */
  readonly division: string;
  /** Positions 9 to 17: organisation code, GB 11714. */
  readonly organisation: string;
  /** Position 18. */
  readonly check: string;
}

/** Cuts a code of 18 characters into its parts without checking it. */
export function partsOfUscc(code: string): UsccParts {
  return {
    category: code.slice(0, 2),
    division: code.slice(2, 8),
    organisation: code.slice(8, 17),
    check: code.charAt(17),
  };
}

/** First and second character of a credit code, as data/rules/uscc-categories.json names them with its source. */
export const USCC_CATEGORIES: ReadonlySet<string> = new Set(table.categories.map(({ code }) => code));

/** Characters that occur first and second at all. */
export const CATEGORY_SHAPE = /^[1-9ANY][1-59]/;

/** First two digits of a division: the provinces of GB/T 2260, and 10 for authorities of the state (100000). */
export const PROVINCE = /^(?:1[0-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])/;
