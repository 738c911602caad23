import type { Catalogue, Workdays } from "#catalogue";
import { addDays, addMonths, daysBetween, parseLocalDate, type LocalDate } from "../kernel/time.ts";
import { SAMPLE_COVERAGE } from "./sample-coverage.ts";
import { sampleUscc } from "./sample-codes.ts";
import type { SampleOrganisation } from "./sample-organisations.ts";
import type { SampleWords } from "./sample-words.ts";
import type { SeededRandom } from "./seeded-random.ts";

/** One row of a department's file, and the day on which the department hands it in. */
export interface SampleRow {
  readonly reportedOn: LocalDate;
  readonly cells: Readonly<Record<string, string>>;
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
}

const TERM_DAYS = 7;
const CORRECTED = 0.006;
const BROKEN = 0.004;
const HANDED_IN_DAYS_AGO = 60;

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

/** Numbers of one body's decisions in a year, now and then one left out, as in real sequences. */
class NumberSequences {
  readonly #last = new Map<string, number>();
  readonly #random: SeededRandom;

  constructor(random: SeededRandom) {
    this.#random = random;
  }

  next(prefix: string, year: string): string {
    const key = `${prefix}〔${year}〕`;
    const number = (this.#last.get(key) ?? 0) + (this.#random.chance(0.006) ? 2 : 1);
    this.#last.set(key, number);
    return `${key}${number}号`;
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
  const numbers = new NumberSequences(random);
  return decisionDays(cast, count).flatMap((day) => {
    const kind = random.weighted(words.licences);
    const number = numbers.next(kind.prefix, day.slice(0, 4));
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
  const numbers = new NumberSequences(random);
  return decisionDays(cast, count).flatMap((day, at) => {
    const kind = random.weighted(words.penalties);
    const fine = kind.fine === null ? "" : (kind.fine[0] + random.next() * (kind.fine[1] - kind.fine[0])).toFixed(2);
    const facts = `${kind.violation}，已责令改正（示例）`;
    const cells = {
      ...party(random.pick(organisations)),
      ...bodyCells(catalogue, kind.body),
      documentNumber: numbers.next(kind.prefix, day.slice(0, 4)),
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
