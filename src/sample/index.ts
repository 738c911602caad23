/**
 * The fictional city that an empty register is filled with at first start.
 * Owns nothing. Promises: the same day and seed give the same city; every organisation is marked 示例 and bears a code with
 * right check digits; two years of files as departments send them, with late ones, gaps, corrections, broken rows and rows
 * on persons that will be held. Refuses: real names, real cases.
 */
import type { Catalogue, Workdays } from "#catalogue";
import { addDays, addMonths, daysBetween, type LocalDate } from "../kernel/time.ts";
import {
  sampleContradiction,
  sampleLicences,
  samplePenalties,
  samplePersonRows,
  type SampleCast,
  type SampleNumber,
  type SampleRow,
} from "./sample-decisions.ts";
import { sampleOrganisations, type SampleOrganisation } from "./sample-organisations.ts";
import { filesOfReporter, SAMPLE_REPORTER } from "./sample-reporter.ts";
import { readSampleWords, type SampleWords } from "./sample-words.ts";
import { SeededRandom } from "./seeded-random.ts";

export { SAMPLE_COVERAGE, type SampleCoverage } from "./sample-coverage.ts";

export type { SampleNumber } from "./sample-decisions.ts";

/** One file as it was handed in. */
export interface SampleFile {
  readonly item: string;
  readonly fileName: string;
  /** The day on which it came; the loader's clock stands on it. */
  readonly receivedOn: LocalDate;
  /** The body whose file it is; null where each row names its own. */
  readonly sourceBody: string | null;
  /** The uploader vouched for proposed severities. */
  readonly attested: boolean;
  /** Its decisions were said not to be served yet. */
  readonly unserved: boolean;
  /** CSV with the catalogue's Chinese headers. */
  readonly content: string;
  /** User name of the person of the sample who hands it in; absent for the platform itself. */
  readonly handedInBy?: string;
}

export interface SampleSize {
  readonly organisations: number;
  readonly licences: number;
  readonly penalties: number;
}

const CITY: SampleSize = { organisations: 3000, licences: 7200, penalties: 1500 };
const SEED = 20_170_410;
const MONTHS = 24;
/** Departments hand in once a week. */
const RHYTHM_DAYS = 7;

/** Penalties of the last days that are reported as not served yet, and when that was said. */
const UNSERVED = 6;
const UNSERVED_SAID_DAYS = 3;
const UNSERVED_DECIDED_DAYS = 8;

/** The city: all files in the order in which they came, and what became of each number that was given. */
export interface SampleCity {
  readonly files: readonly SampleFile[];
  /** Numbers under which a decision was made, reported or not. */
  readonly made: readonly SampleNumber[];
  /** Numbers that were passed over: no decision bears them. */
  readonly skipped: readonly SampleNumber[];
}

/** Makes the whole city up to a day. */
export function generateSampleCity(
  today: LocalDate,
  catalogue: Catalogue,
  workdays: Workdays,
  size: SampleSize = CITY,
  seed: number = SEED,
): SampleCity {
  const random = new SeededRandom(seed);
  const words = readSampleWords();
  const from = addMonths(today, -MONTHS);
  const organisations = sampleOrganisations(random, words, size.organisations, from);
  const [made, skipped]: [SampleNumber[], SampleNumber[]] = [[], []];
  const span = { from, to: addDays(today, -1) };
  const cast: SampleCast = { random, words, catalogue, workdays, organisations, ...span, made, skipped };
  const weekly = (item: string, rows: readonly SampleRow[]): SampleFile[] =>
    byFile(byWeek(rows, from, today), words.ownFiles, catalogue, today).map(([receivedOn, week, sourceBody]) => ({
      item,
      fileName: `${sourceBody === null ? "" : `${sourceBody}-`}${receivedOn}.csv`,
      receivedOn,
      sourceBody,
      // Some weeks nobody took the trouble to look at the proposals: those wait as unconfirmed.
      attested: !random.chance(0.12),
      unserved: false,
      content: csvOf(
        titlesOf(catalogue, item),
        week.map((row) => row.cells),
      ),
    }));
  const penalties = [...samplePenalties(cast, size.penalties), ...samplePersonRows(cast), ...sampleContradiction(cast)];
  const licences = sampleLicences(cast, size.licences);
  const saidOn = addDays(today, -UNSERVED_SAID_DAYS);
  const unserved = penalties.filter((row) => isUnserved(row, saidOn)).slice(0, UNSERVED);
  const files = [
    ...weekly("administrative-licence", licences),
    ...weekly(
      "administrative-penalty",
      penalties.filter((row) => !unserved.includes(row)),
    ),
    ...unservedFiles(unserved, saidOn, titlesOf(catalogue, "administrative-penalty")),
  ];
  const inOrder = files.toSorted((a, b) => (a.receivedOn < b.receivedOn ? -1 : a.receivedOn > b.receivedOn ? 1 : 0));
  const ofReporter = reporterFiles(cast, licences, penalties, today);
  return { files: [registrationFile(cast), ...inOrder, ...ofReporter], made, skipped };
}

/** Chinese titles of an item's fields by key. */
function titlesOf(catalogue: Catalogue, item: string): ReadonlyMap<string, string> {
  const fields = catalogue.items.findLast((entry) => entry.item === item)?.fields ?? [];
  return new Map(fields.map((field) => [field.key, field.title.zh]));
}

/** The organisations as the register of enterprises hands them in, before anything is decided on them. */
function registrationFile({ catalogue, words, organisations, from }: SampleCast): SampleFile {
  const item = "subject-registration";
  const content = csvOf(
    titlesOf(catalogue, item),
    organisations.map((one) => registrationCells(one, words, catalogue)),
  );
  const fileName = "registrations.csv";
  return { item, fileName, receivedOn: from, sourceBody: null, attested: false, unserved: false, content };
}

/** The files that the sample's reporter hands in today. */
function reporterFiles(
  cast: SampleCast,
  licences: readonly SampleRow[],
  penalties: readonly SampleRow[],
  today: LocalDate,
): SampleFile[] {
  return filesOfReporter(cast, licences, penalties, today).map(({ item, fileName, rows }) => ({
    item,
    fileName,
    sourceBody: null,
    receivedOn: today,
    attested: false,
    unserved: false,
    content: csvOf(titlesOf(cast.catalogue, item), rows),
    handedInBy: SAMPLE_REPORTER.userName,
  }));
}

/** Decided shortly before a day, on an organisation: the kind of decision that may still be on its way to its party. */
function isUnserved({ cells, reportedOn }: SampleRow, saidOn: LocalDate): boolean {
  const decided = cells["decisionDate"] ?? "";
  const isRecent = decided >= addDays(saidOn, -UNSERVED_DECIDED_DAYS) && decided <= saidOn;
  return isRecent && reportedOn <= saidOn && cells["subjectCategory"] !== "自然人";
}

/** One file of decisions that are said not to be served yet; none where there are none. */
function unservedFiles(
  rows: readonly SampleRow[],
  receivedOn: LocalDate,
  titles: ReadonlyMap<string, string>,
): SampleFile[] {
  if (rows.length === 0) return [];
  const content = csvOf(
    titles,
    rows.map((row) => row.cells),
  );
  const fileName = `${receivedOn}-unserved.csv`;
  return [
    { item: "administrative-penalty", fileName, receivedOn, sourceBody: null, attested: true, unserved: true, content },
  ];
}

/** Rows by the first reporting day on or after the day on which they are ready; what would come after today is not yet there. */
function byWeek(
  rows: readonly SampleRow[],
  from: LocalDate,
  today: LocalDate,
): readonly (readonly [LocalDate, readonly SampleRow[]])[] {
  const weeks = new Map<LocalDate, SampleRow[]>();
  for (const row of rows) {
    const week = Math.ceil((daysBetween(from, row.reportedOn) + 1) / RHYTHM_DAYS);
    const day = addDays(from, week * RHYTHM_DAYS);
    const received = day > today && row.reportedOn < today ? today : day;
    if (received > today) continue;
    weeks.set(received, [...(weeks.get(received) ?? []), row]);
  }
  return [...weeks].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** The weeks' files: one for all bodies, and of late one for each of those that hand in their own. */
function byFile(
  weeks: readonly (readonly [LocalDate, readonly SampleRow[]])[],
  handsIn: SampleWords["ownFiles"],
  catalogue: Catalogue,
  today: LocalDate,
): readonly (readonly [LocalDate, readonly SampleRow[], string | null])[] {
  const since = addDays(today, -handsIn.weeks * RHYTHM_DAYS);
  const names = new Map(handsIn.bodies.map((body) => [catalogue.bodies.get(body)?.name.zh, body]));
  return weeks.flatMap(([receivedOn, rows]) => {
    const files = Map.groupBy(rows, ({ cells }) => names.get(cells["sourceName"]) ?? null);
    const byBody: readonly (readonly [string | null, readonly SampleRow[]])[] =
      receivedOn < since ? [[null, rows]] : [...files];
    return byBody.map(([body, own]) => [receivedOn, own, body] as const);
  });
}

function registrationCells(
  one: SampleOrganisation,
  words: SampleWords,
  catalogue: Catalogue,
): Readonly<Record<string, string>> {
  return {
    subjectName: one.name,
    subjectCategory: one.category,
    uscc: one.uscc,
    subjectKind: one.kind,
    legalRepresentative: one.person,
    registrationStatus: "存续",
    establishedDate: one.established,
    authorityName: catalogue.bodies.get(words.registrar)?.name.zh ?? words.registrar,
    address: one.address,
    registeredCapital: one.capital,
    businessScope: one.scope,
  };
}

function csvOf(titles: ReadonlyMap<string, string>, rows: readonly Readonly<Record<string, string>>[]): string {
  const keys = [...titles.keys()];
  const quote = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const line = (cells: readonly string[]): string => `${cells.map(quote).join(",")}\r\n`;
  return [line([...titles.values()]), ...rows.map((row) => line(keys.map((key) => row[key] ?? "")))].join("");
}
