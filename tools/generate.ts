/**
 * Prints what is derived and checked in: `db/schema.sql` and `db/types.ts` from the live catalogs of a scratch database
 * that all migrations made, the module diagram of ARCHITECTURE.md from boundaries.mjs, the JSON Schemas beside the law
 * data, the table of Chinese characters, and the types of the API's client. With `--check` nothing is written and a difference fails. A table, view or function without a COMMENT fails in either case.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { catalogueSchemaFiles } from "#catalogue";
import { figureSchemaFiles } from "#figures";
import { ruleSchemaFiles } from "#publish";
import { format, resolveConfig } from "prettier";
import { MODULES } from "../boundaries.mjs";
import { readMigratedSchema } from "./generate/migrated-database.ts";
import { uncommented } from "./generate/live-schema.ts";
import { printCharacters } from "./generate/print-characters.ts";
import { printClientSchema } from "./generate/print-client.ts";
import { printDiagram, replaceBetweenMarkers } from "./generate/print-diagram.ts";
import { printSchema } from "./generate/print-schema.ts";
import { printTypes } from "./generate/print-types.ts";

const ROOT = path.resolve(import.meta.dirname, "..");
const read = (file: string): string =>
  existsSync(path.join(ROOT, file)) ? readFileSync(path.join(ROOT, file), "utf8") : "";

const schema = await readMigratedSchema();
const architecture = replaceBetweenMarkers(read("ARCHITECTURE.md"), "modules", printDiagram(MODULES));
const style = await resolveConfig(path.join(ROOT, "package.json"));
const schemas: Record<string, string> = {};
const characters = { "characters.json": printCharacters() };
for (const [file, content] of Object.entries({
  ...catalogueSchemaFiles(),
  ...ruleSchemaFiles(),
  ...figureSchemaFiles(),
  ...characters,
})) {
  schemas[`data/${file}`] = await format(JSON.stringify(content), { ...style, parser: "json" });
}
const artefacts = {
  "db/schema.sql": printSchema(schema),
  "db/types.ts": printTypes(schema),
  "ARCHITECTURE.md": architecture,
  "src/client/schema.ts": await format(await printClientSchema(), { ...style, parser: "typescript" }),
  ...schemas,
};

const faults = uncommented(schema);
for (const [file, content] of Object.entries(artefacts)) {
  if (read(file) === content) continue;
  if (process.argv.includes("--check")) faults.push(`${file} is not what would be generated; run npm run generate`);
  else {
    writeFileSync(path.join(ROOT, file), content);
    process.stdout.write(`wrote ${file}\n`);
  }
}
for (const fault of faults) process.stderr.write(`${fault}\n`);
process.stdout.write(
  `generated: ${Object.keys(artefacts).length} artefacts, ${schema.relations.length} tables and views, ${faults.length} faults\n`,
);
process.exitCode = faults.length > 0 ? 1 : 0;
