import { Type, type TSchema } from "typebox";
import { CatalogueError, type CatalogueFault, checkLawFile, type Citation } from "#catalogue";
import { addDays, parseLocalDate, type LocalDate } from "../../kernel/time.ts";
import type { Text } from "../../kernel/text.ts";
import { SEVERITY_CLASSES, type SeverityClass } from "./severity-class.rules.ts";

/** A term in working days: an edition of an entry of data/rules/deadlines.json. */
export interface DeadlineRule {
  readonly deadline: string;
  readonly title: Text;
  readonly workingDays: number;
  /** The event whose day is day 0. */
  readonly from: "decision" | "change";
  /** First and last day of the event for which it holds; null is open. */
  readonly effectiveFrom: LocalDate | null;
  readonly effectiveTo: LocalDate | null;
  readonly citations: readonly Citation[];
}

/** All terms of data/rules/deadlines.json. */
export interface Deadlines {
  /** By code, oldest edition first, each beginning on the day after the one before. */
  readonly editions: ReadonlyMap<string, readonly DeadlineRule[]>;
  /** The term that is meant where nobody names one. */
  readonly usual: string;
}

/** How long records of one class are shown, counted in calendar months from the decision; null is no end. */
export interface PublicityPeriod {
  /** Null where records of this kind have no severity. */
  readonly severity: SeverityClass | null;
  /** False: in principle not published at all. */
  readonly published: boolean;
  readonly minimumMonths: number | null;
  readonly maximumMonths: number | null;
}

export interface WindowEdition {
  readonly edition: string;
  readonly effectiveFrom: LocalDate | null;
  readonly effectiveTo: LocalDate | null;
  readonly periods: readonly PublicityPeriod[];
  /** While this edition is in force, its maximum also ends the publicity of decisions of earlier editions. */
  readonly capsEarlierDecisions: { readonly note: Text; readonly verified: boolean } | null;
  readonly citation: Citation;
}

/** An entry of data/rules/publicity-windows.json; its editions follow each other without gap. */
export interface PublicityWindow {
  readonly window: string;
  readonly title: Text;
  readonly editions: readonly WindowEdition[];
}

/** One cited rule from procedure and kinds of penalty to a class. All given parts of `when` must hold. */
export interface SeverityRule {
  readonly rule: string;
  readonly when: {
    readonly procedures?: readonly string[];
    /** Every kind of the decision is one of these. */
    readonly kindsWithin?: readonly string[];
    /** One kind of the decision is one of these. */
    readonly anyKind?: readonly string[];
  };
  /** Null: the law or its sources do not decide; a person must. */
  readonly proposal: SeverityClass | null;
  readonly reason: Text;
  readonly citation: Citation;
  /** Days of decision for which the rule holds. */
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
}

/** An entry of data/rules/severity.json; the first rule that fits counts. */
export interface SeverityRules {
  readonly severity: string;
  readonly title: Text;
  /** Parts a kind from its explanation, as in 其他-补充说明. */
  readonly explanationSeparator: string;
  readonly rules: readonly SeverityRule[];
}

/** An edition of an entry of data/rules/service.json: until when decisions of these items are held, and what that does to the term. */
export interface ServiceRule {
  readonly service: string;
  readonly title: Text;
  readonly items: readonly string[];
  /** Entry of data/rules/deadlines.json within which the decision is to be served. */
  readonly serviceTerm: string;
  /** Whether the days until service do not count in the term of publication. */
  readonly pausesPublication: boolean;
  readonly note: Text;
  readonly effectiveFrom: LocalDate | null;
  readonly effectiveTo: LocalDate | null;
  readonly citations: readonly Citation[];
}

const closed = { additionalProperties: false } as const;
const DRAFT = "https://json-schema.org/draft/2020-12/schema";
const WORDS = Type.String({ minLength: 1 });
const CODE = Type.String({ pattern: "^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$" });
const TEXT = Type.Object({ zh: WORDS, en: WORDS }, closed);
const orNull = <Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()]);
const DATE = orNull(Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}$" }));
const SEVERITY = Type.Union([Type.Literal("minor"), Type.Literal("general"), Type.Literal("serious"), Type.Null()]);
const MONTHS = orNull(Type.Integer({ minimum: 1 }));
const CITATION = Type.Object(
  {
    title: WORDS,
    locator: Type.Optional(Type.String()),
    number: Type.Optional(Type.String()),
    verified: Type.Boolean({ description: "somebody compared the entry with the original" }),
    note: Type.Optional(Type.String()),
  },
  closed,
);

const DEADLINES_SCHEMA = Type.Object(
  {
    $schema: Type.Optional(Type.String()),
    usual: CODE,
    deadlines: Type.Array(
      Type.Object(
        {
          deadline: CODE,
          title: TEXT,
          workingDays: Type.Integer({ minimum: 1 }),
          from: Type.Union([Type.Literal("decision"), Type.Literal("change")]),
          effectiveFrom: DATE,
          effectiveTo: DATE,
          citations: Type.Array(CITATION, { minItems: 1 }),
        },
        closed,
      ),
    ),
  },
  { ...closed, $schema: DRAFT, title: "Terms in working days" },
);

const WINDOWS_SCHEMA = Type.Object(
  {
    $schema: Type.Optional(Type.String()),
    windows: Type.Array(
      Type.Object(
        {
          window: CODE,
          title: TEXT,
          editions: Type.Array(
            Type.Object(
              {
                edition: CODE,
                effectiveFrom: DATE,
                effectiveTo: DATE,
                periods: Type.Array(
                  Type.Object(
                    { severity: SEVERITY, published: Type.Boolean(), minimumMonths: MONTHS, maximumMonths: MONTHS },
                    closed,
                  ),
                  { minItems: 1 },
                ),
                capsEarlierDecisions: orNull(Type.Object({ note: TEXT, verified: Type.Boolean() }, closed)),
                citation: CITATION,
              },
              closed,
            ),
            { minItems: 1, description: "oldest first, each beginning on the day after the one before" },
          ),
        },
        closed,
      ),
    ),
  },
  { ...closed, $schema: DRAFT, title: "How long records are public" },
);

const SEVERITIES_SCHEMA = Type.Object(
  {
    $schema: Type.Optional(Type.String()),
    severities: Type.Array(
      Type.Object(
        {
          severity: CODE,
          title: TEXT,
          note: TEXT,
          strictest: CITATION,
          explanationSeparator: WORDS,
          rules: Type.Array(
            Type.Object(
              {
                rule: CODE,
                when: Type.Object(
                  {
                    procedures: Type.Optional(Type.Array(WORDS, { minItems: 1 })),
                    kindsWithin: Type.Optional(Type.Array(WORDS, { minItems: 1 })),
                    anyKind: Type.Optional(Type.Array(WORDS, { minItems: 1 })),
                  },
                  { ...closed, minProperties: 1 },
                ),
                proposal: SEVERITY,
                reason: TEXT,
                citation: CITATION,
                validFrom: DATE,
                validTo: DATE,
              },
              closed,
            ),
          ),
        },
        closed,
      ),
    ),
  },
  { ...closed, $schema: DRAFT, title: "Severity proposed from procedure and kinds of penalty" },
);

const SERVICES_SCHEMA = Type.Object(
  {
    $schema: Type.Optional(Type.String()),
    services: Type.Array(
      Type.Object(
        {
          service: CODE,
          title: TEXT,
          items: Type.Array(CODE, { minItems: 1, description: "items of data/catalogue/items" }),
          serviceTerm: Type.String({ description: "entry of deadlines.json within which a decision is to be served" }),
          pausesPublication: Type.Boolean({
            description: "the days until service do not count in the term of publication",
          }),
          note: TEXT,
          effectiveFrom: DATE,
          effectiveTo: DATE,
          citations: Type.Array(CITATION, { minItems: 1 }),
        },
        closed,
      ),
    ),
  },
  { ...closed, $schema: DRAFT, title: "Decisions that are held until they are served" },
);

/** Path under data/ of each schema file beside the rules, and what it must say. */
export function ruleSchemaFiles(): Readonly<Record<string, unknown>> {
  return {
    "rules/deadlines.schema.json": DEADLINES_SCHEMA,
    "rules/publicity-windows.schema.json": WINDOWS_SCHEMA,
    "rules/severity.schema.json": SEVERITIES_SCHEMA,
    "rules/service.schema.json": SERVICES_SCHEMA,
  };
}

/** Reads data/rules/deadlines.json. @throws CatalogueError */
export function parseDeadlines(json: unknown): Deadlines {
  const file = "rules/deadlines.json";
  const { deadlines, usual } = checkLawFile(json, file, DEADLINES_SCHEMA);
  const editions = Map.groupBy(
    deadlines.map((entry) => ({
      ...entry,
      effectiveFrom: dayOf(entry.effectiveFrom, file),
      effectiveTo: dayOf(entry.effectiveTo, file),
    })),
    (entry) => entry.deadline,
  );
  const faults = [...editions].flatMap(([code, rules]) =>
    faultsOfOrder(rules.map((rule) => ({ ...rule, pointer: `/deadlines (${code})` }))),
  );
  if (!editions.has(usual)) faults.push({ pointer: "/usual", message: `there is no term ${usual}` });
  if (faults.length > 0) throw new CatalogueError(faults.map((fault) => ({ file, ...fault })));
  return { editions, usual };
}

/** Reads data/rules/publicity-windows.json. @throws CatalogueError */
export function parsePublicityWindows(json: unknown): ReadonlyMap<string, PublicityWindow> {
  const file = "rules/publicity-windows.json";
  const windows: PublicityWindow[] = checkLawFile(json, file, WINDOWS_SCHEMA).windows.map((window) => ({
    ...window,
    editions: window.editions.map((edition) => ({
      ...edition,
      effectiveFrom: dayOf(edition.effectiveFrom, file),
      effectiveTo: dayOf(edition.effectiveTo, file),
    })),
  }));
  const faults = windows.flatMap((window) => faultsOfEditions(window).map((fault) => ({ file, ...fault })));
  if (faults.length > 0) throw new CatalogueError(faults);
  return byKey(windows, (entry) => entry.window, file);
}

/** Reads data/rules/service.json: by code, oldest edition first. @throws CatalogueError */
export function parseServices(json: unknown): ReadonlyMap<string, readonly ServiceRule[]> {
  const file = "rules/service.json";
  const rules: ServiceRule[] = checkLawFile(json, file, SERVICES_SCHEMA).services.map((entry) => ({
    ...entry,
    effectiveFrom: dayOf(entry.effectiveFrom, file),
    effectiveTo: dayOf(entry.effectiveTo, file),
  }));
  const editions = Map.groupBy(rules, (rule) => rule.service);
  const faults = [...editions].flatMap(([code, group]) =>
    faultsOfOrder(group.map((rule) => ({ ...rule, pointer: `/services (${code})` }))),
  );
  if (faults.length > 0) throw new CatalogueError(faults.map((fault) => ({ file, ...fault })));
  return editions;
}

/** Reads data/rules/severity.json. @throws CatalogueError */
export function parseSeverities(json: unknown): ReadonlyMap<string, SeverityRules> {
  const file = "rules/severity.json";
  const severities = checkLawFile(json, file, SEVERITIES_SCHEMA).severities.map((entry) => ({
    ...entry,
    rules: entry.rules.map((rule) => ({
      ...rule,
      validFrom: dayOf(rule.validFrom, file),
      validTo: dayOf(rule.validTo, file),
    })),
  }));
  return byKey(severities, (entry) => entry.severity, file);
}

function byKey<Entry>(entries: readonly Entry[], key: (entry: Entry) => string, file: string): Map<string, Entry> {
  const map = new Map(entries.map((entry) => [key(entry), entry]));
  if (map.size < entries.length) throw new CatalogueError([{ file, pointer: "", message: "an entry stands twice" }]);
  return map;
}

function dayOf(text: string | null, file: string): LocalDate | null {
  const day = text === null ? null : parseLocalDate(text);
  if (text !== null && !day) throw new CatalogueError([{ file, pointer: "", message: `${text} is no day` }]);
  return day;
}

/** Editions of a window follow each other; each knows every class or none. */
function faultsOfEditions(window: PublicityWindow): Omit<CatalogueFault, "file">[] {
  const placed = window.editions.map((edition) => ({ ...edition, pointer: `/${window.window}/${edition.edition}` }));
  const broken = placed.filter(({ periods }) => {
    const classes = periods.map((period) => period.severity);
    const knowsAll = SEVERITY_CLASSES.every((severity) => classes.filter((one) => one === severity).length === 1);
    return !(classes.length === 1 ? classes[0] === null : knowsAll && !classes.includes(null));
  });
  const message = "gives a period for each class, or one for all";
  return [...faultsOfOrder(placed), ...broken.map(({ pointer }) => ({ pointer, message }))];
}

/** Editions follow each other day by day from the beginning of time to its end. */
function faultsOfOrder(
  editions: readonly {
    readonly effectiveFrom: LocalDate | null;
    readonly effectiveTo: LocalDate | null;
    readonly pointer: string;
  }[],
): Omit<CatalogueFault, "file">[] {
  return editions.flatMap((edition, at) => {
    const { pointer } = edition;
    const end = editions[at - 1]?.effectiveTo ?? null;
    const begins = end === null ? null : addDays(end, 1);
    const isFirst = at === 0;
    const isLast = at === editions.length - 1;
    const follows = edition.effectiveFrom === begins && (isFirst || begins !== null);
    return [
      ...(follows ? [] : [{ pointer, message: "does not begin on the day after the one before" }]),
      ...((edition.effectiveTo === null) === isLast ? [] : [{ pointer, message: "only the last edition has no end" }]),
    ];
  });
}
