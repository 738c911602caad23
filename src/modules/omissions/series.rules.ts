import { dayNumber, fromDayNumber, type LocalDate } from "../../kernel/time.ts";
import { parseNumber, type ParsedNumber } from "./number-grammar.rules.ts";
import type { Confidence, LearningRules } from "./omission-law.ts";

/** A series of document numbers as the records on file show it. */
export interface LearntSeries {
  /** Fixed words with places for year and number; the series' name within a body and item. */
  readonly series: string;
  /** How its numbers are mostly written, for writing a missing one. */
  readonly form: string;
  readonly width: number;
  /** A number as it stands on file, the latest. */
  readonly example: string;
  readonly numbers: number;
  /** Numbers on file ÷ numbers that the blocks span. */
  readonly density: number;
  readonly confidence: Confidence;
  readonly years: readonly SeriesYear[];
}

/** One year of a series; year 0 is that of a series that never begins anew. */
export interface SeriesYear {
  readonly year: number;
  /** Numbers on file in blocks from first to last; between blocks lies a jump that nobody is asked about. */
  readonly blocks: readonly (readonly [number, number])[];
  readonly numbers: number;
  readonly firstOn: LocalDate;
  readonly lastOn: LocalDate;
  readonly missing: readonly MissingNumber[];
}

/** `between`: its neighbours are on file. `leading`: lower numbers than the first on file; less sure. */
export type MissingPlace = "between" | "leading";

export interface MissingNumber {
  readonly number: number;
  readonly place: MissingPlace;
  /** The later decision day of its neighbours: it was made by then, if it was made. */
  readonly madeBy: LocalDate;
}

/** Why numbers fit no series. */
export type Unfitting = "no-number" | "too-few" | "not-consecutive" | "beyond-a-jump";

/** What was learnt about one body and item. */
export interface Learnt {
  readonly series: readonly LearntSeries[];
  /** Numbers that fit no series, by reason, and the first few of them. */
  readonly unfitting: Readonly<Record<Unfitting, number>>;
  readonly samples: readonly { readonly documentNumber: string; readonly why: Unfitting }[];
}

interface Group {
  /** By year, number to the first and last day on which it was decided; days since 1970. */
  readonly years: Map<number, Map<number, number>>;
  readonly forms: Map<string, number>;
  width: number;
  unpadded: number;
  padded: number;
  example: string;
  exampleDay: number;
  count: number;
}

const SAMPLES = 50;

/**
 * Learns the series of one body and item from the document numbers on file, in whatever order they come. Several records
 * with one number are one decision with several parties and count once.
 */
export class SeriesLearner {
  readonly #groups = new Map<string, Group>();
  readonly #rules: LearningRules;
  readonly #unfitting: Record<Unfitting, number> = {
    "no-number": 0,
    "too-few": 0,
    "not-consecutive": 0,
    "beyond-a-jump": 0,
  };
  readonly #samples: { documentNumber: string; why: Unfitting }[] = [];

  constructor(rules: LearningRules) {
    this.#rules = rules;
  }

  add(documentNumber: string, day: LocalDate): void {
    const parsed = parseNumber(documentNumber, Number(day.slice(0, 4)));
    if (parsed) this.#file(parsed, documentNumber, dayNumber(day));
    else this.#tell(documentNumber, "no-number", 1);
  }

  #file({ series, year, number, width, form }: ParsedNumber, written: string, day: number): void {
    const group = this.#groups.get(series) ?? newGroup();
    this.#groups.set(series, group);
    const numbers = group.years.get(year ?? 0) ?? new Map<number, number>();
    group.years.set(year ?? 0, numbers);
    const known = numbers.get(number);
    if (known === undefined) group.count += 1;
    numbers.set(number, known === undefined ? day : Math.max(known, day));
    group.forms.set(form, (group.forms.get(form) ?? 0) + 1);
    if (width > 0) group.padded += 1;
    else group.unpadded += 1;
    group.width = Math.max(group.width, width);
    if (day > group.exampleDay || (day === group.exampleDay && written > group.example)) {
      group.example = written;
      group.exampleDay = day;
    }
  }

  #tell(documentNumber: string, why: Unfitting, count: number): void {
    this.#unfitting[why] += count;
    if (this.#samples.length < SAMPLES) this.#samples.push({ documentNumber, why });
  }

  finish(): Learnt {
    const series: LearntSeries[] = [];
    for (const [name, group] of [...this.#groups].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      const learnt = this.#learn(name, group);
      if (typeof learnt === "string") this.#tell(group.example, learnt, group.count);
      else series.push(learnt);
    }
    return { series, unfitting: this.#unfitting, samples: this.#samples };
  }

  #learn(name: string, group: Group): LearntSeries | Unfitting {
    const rules = this.#rules;
    if (group.count < rules.fewestNumbers) return "too-few";
    const cut = [...group.years]
      .toSorted(([a], [b]) => a - b)
      .map(([year, days]) => ({ year, days, ...blocksOf([...days.keys()], rules) }));
    const kept = cut.filter(({ blocks }) => blocks.length > 0);
    const count = sum(kept, ({ numbers }) => numbers);
    const span = sum(kept, ({ blocks }) => sum(blocks, ([first, last]) => last - first + 1));
    const density = span === 0 ? 0 : count / span;
    if (count < rules.fewestNumbers || density < rules.leastDensity) return "not-consecutive";
    for (const { year, beyond } of cut)
      for (const number of beyond)
        this.#tell(`${name.replace("{year}", String(year)).replace("{n}", String(number))}`, "beyond-a-jump", 1);
    const known = new Set(kept.map(({ year }) => year));
    const years = kept.map((one) => yearOf(one, known.has(one.year - 1), rules));
    const level = rules.confidence.find((one) => count >= one.numbers && density >= one.density)?.level ?? "low";
    const form = [...group.forms].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? name;
    const width = group.padded > group.unpadded ? group.width : 0;
    return { series: name, form, width, example: group.example, numbers: count, density, confidence: level, years };
  }
}

function newGroup(): Group {
  return {
    years: new Map(),
    forms: new Map(),
    width: 0,
    unpadded: 0,
    padded: 0,
    example: "",
    exampleDay: -Infinity,
    count: 0,
  };
}

/**
 * Cuts numbers where a jump is longer than a gap may be: a mistyped 9004 between 1 and 30 is told and asks for nothing.
 * The largest block stays, of the others those that are large enough to be ranges of their own.
 */
function blocksOf(
  numbers: readonly number[],
  rules: Pick<LearningRules, "largestGap" | "smallestBlock">,
): {
  readonly blocks: readonly (readonly [number, number])[];
  readonly numbers: number;
  readonly beyond: readonly number[];
} {
  const blocks: number[][] = [];
  let before: number | null = null;
  for (const number of Int32Array.from(numbers).toSorted()) {
    const block = blocks.at(-1);
    if (block && before !== null && number - before - 1 <= rules.largestGap) block.push(number);
    else blocks.push([number]);
    before = number;
  }
  const largest = Math.max(0, ...blocks.map((block) => block.length));
  const main = blocks.find((block) => block.length === largest);
  const isKept = (block: readonly number[]): boolean => block === main || block.length >= rules.smallestBlock;
  const kept = blocks.filter(isKept);
  return {
    blocks: kept.map((block) => [block[0] ?? 0, block.at(-1) ?? 0] as const),
    numbers: sum(kept, (block) => block.length),
    beyond: blocks.filter((block) => !isKept(block)).flat(),
  };
}

function yearOf(
  one: {
    readonly year: number;
    readonly days: ReadonlyMap<number, number>;
    readonly blocks: SeriesYear["blocks"];
    readonly numbers: number;
  },
  followsAYear: boolean,
  rules: LearningRules,
): SeriesYear {
  const { year, days, blocks, numbers } = one;
  let [first, last] = [Infinity, -Infinity];
  for (const [from, to] of blocks)
    for (let number = from; number <= to; number++) {
      const day = days.get(number);
      if (day === undefined) continue;
      first = Math.min(first, day);
      last = Math.max(last, day);
    }
  const missing = [...leadingOf(one, followsAYear, rules), ...blocks.flatMap((block) => betweenOf(block, days))];
  return { year, blocks, numbers, firstOn: fromDayNumber(first), lastOn: fromDayNumber(last), missing };
}

/**
 * Numbers before the first on file. Asked for only where reporting had begun by then: the series is known from the year
 * before, or its first number is so low that the year was hardly begun.
 */
function leadingOf(
  { year, days, blocks }: Pick<Parameters<typeof yearOf>[0], "year" | "days" | "blocks">,
  followsAYear: boolean,
  rules: LearningRules,
): MissingNumber[] {
  const first = blocks[0]?.[0];
  if (first === undefined || year === 0 || first <= 1) return [];
  if (first > (followsAYear ? rules.largestGap + 1 : rules.leadingAtMost)) return [];
  const madeBy = fromDayNumber(days.get(first) ?? 0);
  return Array.from({ length: first - 1 }, (_, at) => ({ number: at + 1, place: "leading", madeBy }));
}

function betweenOf([from, to]: readonly [number, number], days: ReadonlyMap<number, number>): MissingNumber[] {
  const missing: MissingNumber[] = [];
  let before = days.get(from) ?? 0;
  let open: number[] = [];
  for (let number = from + 1; number <= to; number++) {
    const day = days.get(number);
    if (day === undefined) {
      open.push(number);
      continue;
    }
    const madeBy = open.length > 0 ? fromDayNumber(Math.max(before, day)) : null;
    if (madeBy !== null) missing.push(...open.map((one) => ({ number: one, place: "between" as const, madeBy })));
    open = [];
    before = day;
  }
  return missing;
}

function sum<Entry>(entries: readonly Entry[], of: (entry: Entry) => number): number {
  return entries.reduce((total, entry) => total + of(entry), 0);
}
