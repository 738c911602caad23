import { Type, type Static } from "typebox";
import { readLawFile } from "#catalogue";

const Words = Type.Object({ zh: Type.String({ minLength: 1 }), en: Type.String({ minLength: 1 }) });
const Kind = Type.Union([Type.Literal("correction"), Type.Literal("withdrawal")]);

const GroundSchema = Type.Object(
  {
    ground: Type.String({ pattern: "^[a-z][a-z-]*$" }),
    title: Words,
    help: Words,
    kinds: Type.Array(Kind, { minItems: 1 }),
    /** The statutory term that runs from the day of the change, and for records of which items. */
    clock: Type.Union([
      Type.Object(
        { deadline: Type.String({ minLength: 1 }), items: Type.Array(Type.String(), { minItems: 1 }) },
        { additionalProperties: false },
      ),
      Type.Null(),
    ]),
  },
  { additionalProperties: false },
);

const FileSchema = Type.Object(
  { grounds: Type.Array(GroundSchema, { minItems: 1 }), citations: Type.Array(Type.Unknown(), { minItems: 1 }) },
  { additionalProperties: false },
);

export type AmendmentKind = Static<typeof Kind>;

/** Why a record is corrected or withdrawn: an entry of data/rules/amendment-grounds.json. */
export type Ground = Readonly<Static<typeof GroundSchema>>;

const FILE = "rules/amendment-grounds.json";

/** Reads the grounds under a directory of law data. @throws CatalogueError with file and place */
export async function loadGrounds(lawDirectory: string): Promise<ReadonlyMap<string, Ground>> {
  const content = await readLawFile(lawDirectory, FILE, FileSchema);
  return new Map(content.grounds.map((ground) => [ground.ground, ground]));
}

/** The statutory term that a ground starts for records of an item; null where none runs. */
export function clockOf(ground: Ground | undefined, item: string): string | null {
  return ground?.clock?.items.includes(item) === true ? ground.clock.deadline : null;
}
