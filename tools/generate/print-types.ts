import type { Column, LiveSchema, Relation } from "./live-schema.ts";

const HEADER = `// Printed by \`npm run generate\` from the live catalogs; editing it by hand fails the check.
// Dates are "YYYY-MM-DD", moments RFC 3339 in UTC, bigint a number (src/platform/db sets the parsers).`;

/** PostgreSQL type to the TypeScript type that the parsers of src/platform/db give. */
const TYPES: Readonly<Record<string, string>> = {
  text: "string",
  uuid: "string",
  date: "string",
  "timestamp with time zone": "string",
  int4multirange: "string",
  int8multirange: "string",
  name: "string",
  boolean: "boolean",
  smallint: "number",
  integer: "number",
  bigint: "number",
  "double precision": "number",
  real: "number",
  numeric: "string",
  bytea: "Buffer",
  jsonb: "unknown",
  json: "unknown",
};

function typeOf(type: string, where: string): string {
  if (type.endsWith("[]")) return `${typeOf(type.slice(0, -2), where)}[]`;
  const known = TYPES[type.replace(/\(\d+(,\d+)?\)$/, "")];
  if (known === undefined)
    throw new Error(`${where}: the type ${type} has no TypeScript counterpart in tools/generate/print-types.ts`);
  return known;
}

function printColumn(column: Column, relation: Relation): string {
  const type = typeOf(column.type, `${relation.schema}.${relation.name}.${column.name}`);
  const nullable = column.notNull || type === "unknown" ? type : `${type} | null`;
  const generated = relation.kind === "table" && (column.default !== null || column.identity);
  const doc = column.comment === null ? "" : `  /** ${column.comment.replaceAll("*/", "* /")} */\n`;
  return `${doc}  ${column.name}: ${generated ? `Generated<${nullable}>` : nullable};`;
}

function interfaceName({ schema, name }: Relation): string {
  const words = (schema === "mingxin" ? name : `${schema}_${name}`).split("_");
  return words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join("");
}

function printRelation(relation: Relation): string {
  const doc = relation.comment === null ? "" : `/** ${relation.comment.replaceAll("*/", "* /")} */\n`;
  const columns = relation.columns.map((column) => printColumn(column, relation)).join("\n");
  return `${doc}export interface ${interfaceName(relation)} {\n${columns}\n}`;
}

/** Kysely's table types: tables of mingxin by their name, views of register as "register.<view>". */
export function printTypes(schema: LiveSchema): string {
  const relations = [...schema.relations];
  const entries = relations.map((relation) => {
    const key = relation.schema === "mingxin" ? relation.name : `"${relation.schema}.${relation.name}"`;
    return `  ${key}: ${interfaceName(relation)};`;
  });
  const needsGenerated = relations.some(
    ({ kind, columns }) => kind === "table" && columns.some((column) => column.default !== null || column.identity),
  );
  const imports = needsGenerated ? ['import type { Generated } from "kysely";'] : [];
  const all = `export interface DB {\n${entries.join("\n")}\n}`;
  return `${[HEADER, ...imports, ...relations.map(printRelation), all].join("\n\n")}\n`;
}
