import type { Catalogue, Workdays } from "#catalogue";
import { addDays, addMonths, daysBetween, parseLocalDate, type LocalDate } from "../kernel/time.ts";
import { SAMPLE_COVERAGE } from "./sample-coverage.ts";
import { sampleUscc } from "./sample-codes.ts";
import type { SampleOrganisation } from "./sample-organisations.ts";
import type { LicenceKind, PenaltyKind, SampleWords } from "./sample-words.ts";
import type { SeededRandom } from "./seeded-random.ts";

/** One row of a department's file, and the day on which the department hands it in. */
export interface SampleRow {
  readonly reportedOn: LocalDate;
  readonly cells: Readonly<Record<string, string>>;
}

/** A number that was given in the city, with or without a decision under it. */
export interface SampleNumber {
  readonly body: string;
  readonly item: string;
  readonly documentNumber: string;
  /** The day of the decision; of a skipped number, that of the next one. */
  readonly day: LocalDate;
}

/** What every kind of decision of the sample is made from. */
export interface SampleCast {
  readonly random: SeededRandom;
  readonly words: SampleWords;
  readonly catalogue: Catalogue;
  readonly workdays: Workdays;
  readonly organisations: readonly SampleOrganisation[];
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** Every number under which a decision was made, reported or not, and those that were passed over. */
  readonly made: SampleNumber[];
  readonly skipped: SampleNumber[];
}

const TERM_DAYS = 7;
const CORRECTED = 0.006;
const BROKEN = 0.004;
const HANDED_IN_DAYS_AGO = 60;
const SKIPPED = 0.006;
const YEAR_DAYS = 365;

/** Days of decision in order, each a working day. */
function decisionDays(cast: SampleCast, count: number): readonly LocalDate[] {
  const { random, workdays, from, to } = cast;
  const span = daysBetween(from, to);
  const days: LocalDate[] = [];
  while (days.length < count) {
    const day = addDays(from, random.between(0, span));
    const kind = workdays.dayOf(day);
    if ("kind" in kind && (kind.kind === "workday" || kind.kind === "make-up")) days.push(day);
  }
  return days.toSorted();
}

/** The department hands it in within a week, or late: some bodies often, all others rarely. */
function reportDay({ random, words, workdays }: SampleCast, body: string, decided: LocalDate): LocalDate {
  const share = words.late.bodies.includes(body) ? words.late.share : words.late.elsewhere;
  const due = workdays.addWorkdays(decided, TERM_DAYS);
  if (!random.chance(share) || "missing" in due) return decided;
  return addDays(due.due, random.between(1, 40));
}

/**
 * Numbers of one body's decisions in a year, now and then one left out, as in real sequences. The city begins to report in
 * the middle of a year, so that its first numbers are not 1.
 */
class NumberSequences {
  readonly #last = new Map<string, number>();
  readonly #cast: SampleCast;
  readonly #item: string;
  /** Decisions a year by prefix. */
  readonly #yearly: ReadonlyMap<string, number>;

  constructor(cast: SampleCast, item: string, kinds: readonly (LicenceKind | PenaltyKind)[], count: number) {
    this.#cast = cast;
    this.#item = item;
    const weight = kinds.reduce((sum, kind) => sum + kind.weight, 0);
    const years = daysBetween(cast.from, cast.to) / YEAR_DAYS;
    const yearly = new Map<string, number>();
    for (const kind of kinds)
      yearly.set(kind.prefix, (yearly.get(kind.prefix) ?? 0) + (count * kind.weight) / weight / years);
    this.#yearly = yearly;
  }

  next({ prefix, body }: Pick<LicenceKind, "prefix" | "body">, day: LocalDate): string {
    const key = `${prefix}〔${day.slice(0, 4)}〕`;
    const before = this.#last.get(key) ?? this.#before(prefix, day);
    const skips = this.#cast.random.chance(SKIPPED);
    const number = before + (skips ? 2 : 1);
    this.#last.set(key, number);
    const as = (one: number): SampleNumber => ({ body, item: this.#item, documentNumber: `${key}${one}号`, day });
    if (skips) this.#cast.skipped.push(as(number - 1));
    this.#cast.made.push(as(number));
    return `${key}${number}号`;
  }

  /** What was decided in the first year before anything was reported. */
  #before(prefix: string, day: LocalDate): number {
    const { from } = this.#cast;
    const first = parseLocalDate(`${from.slice(0, 4)}-01-01`);
    if (day.slice(0, 4) !== from.slice(0, 4) || !first) return 0;
    return Math.round(((this.#yearly.get(prefix) ?? 0) * daysBetween(first, from)) / YEAR_DAYS);
  }
}

function bodyCells(catalogue: Catalogue, body: string): Readonly<Record<string, string>> {
  const name = catalogue.bodies.get(body)?.name.zh ?? body;
  const code = sampleUscc("11", "420200", 900_000 + [...catalogue.bodies.keys()].indexOf(body));
  return { authorityName: name, authorityCode: code, sourceName: name, sourceCode: code };
}

function party(organisation: SampleOrganisation): Readonly<Record<string, string>> {
  const { name, category, uscc, person } = organisation;
  return { subjectName: name, subjectCategory: category, uscc, legalRepresentative: person };
}

/** The row itself, and what follows it: some come again corrected, a few are wrong from the start. */
function withFollowers(cast: SampleCast, row: SampleRow, corrected: Readonly<Record<string, string>>): SampleRow[] {
  const { random } = cast;
  if (random.chance(BROKEN)) {
    const broken = random.chance(0.5) ? { uscc: (row.cells["uscc"] ?? "").slice(0, 17) } : { decisionDate: "待补" };
    return [{ ...row, cells: { ...row.cells, ...broken } }];
  }
  if (!random.chance(CORRECTED)) return [row];
  return [row, { reportedOn: addDays(row.reportedOn, random.between(15, 60)), cells: { ...row.cells, ...corrected } }];
}

export function sampleLicences(cast: SampleCast, count: number): readonly SampleRow[] {
  const { random, words, catalogue, organisations } = cast;
  const numbers = new NumberSequences(cast, "administrative-licence", words.licences, count);
  return decisionDays(cast, count).flatMap((day) => {
    const kind = random.weighted(words.licences);
    const number = numbers.next(kind, day);
    const cells = {
      ...party(random.pick(organisations)),
      ...bodyCells(catalogue, kind.body),
      decisionDocumentName: kind.document,
      documentNumber: number,
      licenceKind: kind.kind,
      certificateName: kind.certificate,
      certificateNumber: `示例-${number}`,
      content: `${kind.content}（示例）`,
      decisionDate: day,
      validFrom: day,
      validTo: addDays(addMonths(day, kind.years * 12), -1),
      status: "1",
    };
    const row = { reportedOn: reportDay(cast, kind.body, day), cells };
    return withFollowers(cast, row, { content: `${kind.content}，地址变更后（示例）` });
  });
}

export function samplePenalties(cast: SampleCast, count: number): readonly SampleRow[] {
  const { random, words, catalogue, organisations } = cast;
  const numbers = new NumberSequences(cast, "administrative-penalty", words.penalties, count);
  return decisionDays(cast, count).flatMap((day, at) => {
    const kind = random.weighted(words.penalties);
    const fine = kind.fine === null ? "" : (kind.fine[0] + random.next() * (kind.fine[1] - kind.fine[0])).toFixed(2);
    const facts = `${kind.violation}，已责令改正（示例）`;
    const cells = {
      ...party(random.pick(organisations)),
      ...bodyCells(catalogue, kind.body),
      documentNumber: numbers.next(kind, day),
      violationKind: kind.violation,
      violationFacts: at % 700 === 350 ? `${facts}。现场联系电话13800000000` : facts,
      legalGrounds: kind.grounds,
      penaltyKinds: kind.kinds,
      penaltyContent: `${kind.kinds.replaceAll(";", "、")}${fine === "" ? "" : `，罚款人民币${fine}万元`}（示例）`,
      fineAmount: fine,
      confiscatedAmount: kind.kinds.includes("没收") ? "0.1" : "",
      suspendedCertificate: kind.kinds.includes("吊销") ? "排污许可证（示例）" : "",
      decisionDate: day,
      penaltyValidTo: "2099-12-31",
      severity: kind.severity,
    };
    const row = { reportedOn: reportDay(cast, kind.body, day), cells };
    return withFollowers(cast, row, { violationFacts: `${kind.violation}，已改正完毕（示例）` });
  });
}

/** A few rows on natural persons, who do not exist: accepted into `held`, shown nowhere. */
export function samplePersonRows(cast: SampleCast): readonly SampleRow[] {
  const { catalogue, words } = cast;
  const kind = words.penalties[0];
  if (!kind) return [];
  return decisionDays(cast, 6).map((day, at) => ({
    reportedOn: day,
    cells: {
      ...bodyCells(catalogue, kind.body),
      subjectName: `示例自然人${at + 1}`,
      subjectCategory: "自然人",
      personDocumentType: "其他",
      personDocumentNumber: `SAMPLE00${at + 1}`,
      documentNumber: `示例罚〔${day.slice(0, 4)}〕${9000 + at}号`,
      violationKind: kind.violation,
      violationFacts: `${kind.violation}（示例）`,
      legalGrounds: kind.grounds,
      penaltyKinds: "警告",
      penaltyContent: "警告（示例）",
      decisionDate: day,
      penaltyValidTo: "2099-12-31",
      severity: "一般",
    },
  }));
}

/** The decision that contradicts a zero report: made in its month, handed in long after. */
export function sampleContradiction(cast: SampleCast): readonly SampleRow[] {
  const { item, body, monthsAgo } = SAMPLE_COVERAGE.contradicted;
  const { words, catalogue, organisations, to } = cast;
  const kind = words.penalties.find(({ kinds }) => kinds === "警告") ?? words.penalties[0];
  const [organisation] = organisations;
  const decided = parseLocalDate(`${addMonths(addDays(to, 1), -monthsAgo).slice(0, 7)}-16`);
  if (!kind || !organisation || !decided || !catalogue.items.some((one) => one.item === item)) return [];
  return [
    {
      reportedOn: addDays(addMonths(decided, monthsAgo), -HANDED_IN_DAYS_AGO),
      cells: {
        ...party(organisation),
        ...bodyCells(catalogue, body),
        documentNumber: `黄卫罚〔${decided.slice(0, 4)}〕1号`,
        violationKind: kind.violation,
        violationFacts: `${kind.violation}，已责令改正（示例）`,
        legalGrounds: kind.grounds,
        penaltyKinds: "警告",
        penaltyContent: "警告（示例）",
        decisionDate: decided,
        penaltyValidTo: "2099-12-31",
        severity: "一般",
      },
    },
  ];
}
