import type { Catalogue, CatalogueItem, DeadlineArithmetic, MissingCalendar, CalendarYear } from "#catalogue";
import type {
  DeadlineRule,
  GoneRecord,
  JudgedDecision,
  Page,
  PublicRecord,
  PublicRecordSummary,
  PublicSubject,
  PublicWindow,
  RecordFilter,
  RegisterFigures,
  SearchResult,
  TimelinessFigure,
  TimelinessFilter,
} from "#publish";
import type { StatementSummary } from "#figures";
import type { ProblemKind } from "../kernel/problem.ts";
import type { RecordId } from "../kernel/ids.ts";
import type { Text } from "../kernel/text.ts";
import type { Clock, LocalDate } from "../kernel/time.ts";

/** The city whose site this is; data/site.json. */
export interface Site {
  readonly name: Text;
  readonly city: Text;
  readonly organiser: Text;
  /** 网站标识码, or null where none was given yet. */
  readonly siteCode: string | null;
  readonly contact: Text;
  /** The register holds the fictional sample city. */
  readonly sample: boolean;
}

/**
 * Everything that the public pages read, composed by src/app. Each function reads what anybody may see today and nothing
 * else; the portal cannot reach the database by another way.
 */
export interface PortalData {
  readonly clock: Clock;
  readonly site: Site;
  readonly catalogue: Catalogue;
  /** The years whose calendars are known, ascending. */
  readonly calendarYears: readonly CalendarYear[];
  figures(): Promise<RegisterFigures>;
  search(text: string, cursor: string | null, limit: number): Promise<SearchResult>;
  subject(codeOrId: string): Promise<PublicSubject | null>;
  records(filter: RecordFilter, cursor: string | null, limit: number): Promise<Page<PublicRecordSummary>>;
  record(recordId: RecordId): Promise<PublicRecord | GoneRecord | null>;
  timeliness(filter: TimelinessFilter): Promise<readonly TimelinessFigure[]>;
  /** Frozen figures of months, the newest first, at most so many. */
  statements(limit: number): Promise<readonly StatementSummary[]>;
  decisions(
    filter: TimelinessFilter,
    cursor: string | null,
    limit: number,
  ): Promise<{ readonly items: readonly JudgedDecision[]; readonly next: string | null }>;
  /** Working days of the term that is meant where nobody names one, as it holds today. */
  usualDays(): number;
  /** The rule of the publication term of an item for a decision of this day, or null where none runs. */
  deadlineRule(item: CatalogueItem, day: LocalDate): DeadlineRule | null;
  /** How the term of a decision was counted, or the calendar file that is missing; null where no term runs. */
  deadline(item: CatalogueItem, decisionDate: LocalDate): DeadlineArithmetic | MissingCalendar | null;
  /** The rule by which a public record ends, from its item, day and severity; null where it has no window. */
  window(item: CatalogueItem, decisionDate: LocalDate, severity: string | null): PublicWindow | null;
  /** A kind of problem by its full code, e.g. "records/gone"; for the page that explains it. */
  problem(code: string): ProblemKind | null;
  /** The OpenAPI 3.1 document of the API. */
  openApi(): unknown;
}
