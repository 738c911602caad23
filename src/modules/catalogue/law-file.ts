import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Static, TSchema } from "typebox";
import { Compile } from "typebox/compile";
import { CatalogueError } from "./catalogue-fault.ts";

/** Reads one file of a directory of law data. @throws CatalogueError with file and place where its shape is another */
export async function readLawFile<Schema extends TSchema>(
  lawDirectory: string,
  file: string,
  schema: Schema,
): Promise<Static<Schema>> {
  return checkLawFile(JSON.parse(await readFile(join(lawDirectory, file), "utf8")), file, schema);
}

/** The content of a file of law data, as its schema has it. @throws CatalogueError with file and place where it is not */
export function checkLawFile<Schema extends TSchema>(json: unknown, file: string, schema: Schema): Static<Schema> {
  const shape = Compile(schema);
  if (shape.Check(json)) return json;
  throw new CatalogueError(
    shape.Errors(json).map(({ instancePath, message }) => ({ file, pointer: instancePath, message })),
  );
}
