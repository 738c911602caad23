import { Type, type Static } from "typebox";
import { CatalogueError, type CatalogueFault, readLawFile } from "#catalogue";
import type { Text } from "../../kernel/text.ts";
import { parseLocalDate, type LocalDate } from "../../kernel/time.ts";

const closed = { additionalProperties: false } as const;
const Words = Type.Object({ zh: Type.String({ minLength: 1 }), en: Type.String({ minLength: 1 }) }, closed);
const Name = Type.String({ pattern: "^[a-z][a-z0-9-]*$" });
const Day = Type.Union([Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}$" }), Type.Null()]);

const KindsFile = Type.Object(
  { kinds: Type.Array(Type.Object({ kind: Name, title: Words, text: Words }, closed), { minItems: 1 }) },
  closed,
);

const Stage = Type.Object(
  {
    stage: Name,
    /** Working days before the last day from which it holds; 0 is that day itself, null is any day after it. */
    workingDaysBefore: Type.Union([Type.Integer({ minimum: 0 }), Type.Null()]),
    words: Words,
  },
  closed,
);

const RemindersFile = Type.Object(
  {
    plans: Type.Array(
      Type.Object(
        {
          plan: Name,
          editions: Type.Array(
            Type.Object(
              {
                effectiveFrom: Day,
                effectiveTo: Day,
                basis: Words,
                verified: Type.Boolean(),
                stages: Type.Array(Stage, { minItems: 1 }),
              },
              closed,
            ),
            { minItems: 1 },
          ),
        },
        closed,
      ),
    ),
    duties: Type.Array(Type.Object({ duty: Name, plan: Type.Union([Name, Type.Null()]), title: Words }, closed)),
  },
  closed,
);

/** A stage of a plan, from the first reminder to the term's being over. */
export type ReminderStage = Readonly<Static<typeof Stage>>;

interface PlanEdition {
  readonly effectiveFrom: LocalDate | null;
  readonly effectiveTo: LocalDate | null;
  readonly stages: readonly ReminderStage[];
}

/** A duty with its words and the plan by which people are reminded of it; null where they are not. */
export interface DutyRule {
  readonly duty: string;
  readonly title: Text;
  readonly plan: readonly PlanEdition[] | null;
}

/** The words of notices and the plans of reminders, as data. */
export interface NoticeLaw {
  readonly kinds: ReadonlyMap<string, { readonly title: Text; readonly text: Text }>;
  readonly duties: ReadonlyMap<string, DutyRule>;
}

/** Reads data/notices/kinds.json and data/rules/reminders.json. @throws CatalogueError with file and place */
export async function loadNoticeLaw(lawDirectory: string): Promise<NoticeLaw> {
  const { kinds } = await readLawFile(lawDirectory, "notices/kinds.json", KindsFile);
  const file = "rules/reminders.json";
  const { plans, duties } = await readLawFile(lawDirectory, file, RemindersFile);
  const editions = new Map(plans.map((plan) => [plan.plan, plan.editions.map((edition) => dated(edition, file))]));
  const faults: CatalogueFault[] = duties
    .filter(({ plan }) => plan !== null && !editions.has(plan))
    .map(({ duty, plan }) => ({ file, pointer: `/duties (${duty})`, message: `there is no plan ${plan ?? ""}` }));
  if (faults.length > 0) throw new CatalogueError(faults);
  return {
    kinds: new Map(kinds.map(({ kind, title, text }) => [kind, { title, text }])),
    duties: new Map(
      duties.map(({ duty, plan, title }) => [
        duty,
        { duty, title, plan: plan === null ? null : (editions.get(plan) ?? null) },
      ]),
    ),
  };
}

function dated(edition: Static<typeof RemindersFile>["plans"][number]["editions"][number], file: string): PlanEdition {
  const day = (text: string | null): LocalDate | null => {
    const read = text === null ? null : parseLocalDate(text);
    if (text !== null && read === null)
      throw new CatalogueError([{ file, pointer: "/plans", message: `${text} is no day` }]);
    return read;
  };
  return { effectiveFrom: day(edition.effectiveFrom), effectiveTo: day(edition.effectiveTo), stages: edition.stages };
}
