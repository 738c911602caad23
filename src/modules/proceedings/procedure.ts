import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Type, type Static } from "typebox";
import { Compile } from "typebox/compile";
import { CatalogueError, type CatalogueFault } from "#catalogue";
import { GRANTS, type Grant } from "../../kernel/permission.ts";

const Words = Type.Object({ zh: Type.String({ minLength: 1 }), en: Type.String({ minLength: 1 }) });
const Name = Type.String({ pattern: "^[a-z][a-z-]*$" });

const Act = Type.Object(
  {
    act: Name,
    from: Type.Array(Name, { minItems: 1 }),
    to: Name,
    /** Who may take it: anybody with the grant, whoever opened the proceeding, or anybody else. */
    by: Type.Union([Type.Literal("anybody"), Type.Literal("opener"), Type.Literal("another")]),
    grant: Type.Unsafe<Grant>(Type.Enum([...GRANTS])),
  },
  { additionalProperties: false },
);

const ProcedureSchema = Type.Object(
  {
    procedure: Name,
    title: Words,
    /** Whether whoever opened it may not decide it; the database holds it, too. */
    fourEyes: Type.Boolean(),
    basis: Words,
    verified: Type.Boolean(),
    initial: Name,
    /** The right with which it is opened; where it is named, whoever opened it must hold it still when it is approved. */
    openedWith: Type.Optional(Type.Unsafe<Grant>(Type.Enum([...GRANTS]))),
    /** Days after which it lapses where nobody has decided it. */
    lapsesAfterDays: Type.Optional(Type.Integer({ minimum: 1 })),
    acts: Type.Array(Act, { minItems: 1 }),
  },
  { additionalProperties: false },
);

/** One act of a procedure: from which states it leads where, and who may take it. */
export type ProcedureAct = Readonly<Static<typeof Act>>;

/** A way in which something is decided, as data: its states are those that its acts name. */
export type Procedure = Readonly<Omit<Static<typeof ProcedureSchema>, "acts">> & {
  readonly acts: readonly ProcedureAct[];
};

const shape = Compile(ProcedureSchema);

/** Reads the procedures under a directory of law data. @throws CatalogueError with file and place */
export async function loadProcedures(lawDirectory: string): Promise<ReadonlyMap<string, Procedure>> {
  const directory = join(lawDirectory, "procedures");
  const faults: CatalogueFault[] = [];
  const procedures = new Map<string, Procedure>();
  for (const name of (await readdir(directory)).filter((entry) => entry.endsWith(".json")).toSorted()) {
    const file = `procedures/${name}`;
    const content: unknown = JSON.parse(await readFile(join(directory, name), "utf8"));
    if (!shape.Check(content)) {
      for (const { instancePath, message } of shape.Errors(content))
        faults.push({ file, pointer: instancePath, message });
      continue;
    }
    faults.push(
      ...unreachable(content).map((state) => ({ file, pointer: "/acts", message: `nothing leads to ${state}` })),
    );
    procedures.set(content.procedure, content);
  }
  if (faults.length > 0) throw new CatalogueError(faults);
  return procedures;
}

/** States from which acts lead, though none leads to them. */
function unreachable({ initial, acts }: Procedure): string[] {
  const reached = new Set([initial, ...acts.map((act) => act.to)]);
  return [...new Set(acts.flatMap((act) => act.from))].filter((state) => !reached.has(state));
}
