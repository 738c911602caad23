import type { Grant, LiveFunction, LiveSchema, Policy, Relation } from "./live-schema.ts";

const HEADER = `-- Printed by \`npm run generate\` from the live catalogs of a database that all migrations of db/migrations/ made.
-- For reading and review; editing it by hand fails the check. Schema mingxin: the tables. Schema register: what the
-- public role may read.`;

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const plain = (name: string): string => (/^[a-z_][a-z0-9_]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`);
const qualified = ({ schema, name }: Relation): string =>
  schema === "mingxin" ? plain(name) : `${schema}.${plain(name)}`;

/** One line per grantee: whole-object privileges first, then those limited to columns. */
function printGrants(grants: readonly Grant[], target: string): string[] {
  const byGrantee = new Map<string, Map<string, string[]>>();
  for (const { grantee, privilege, column } of grants) {
    const privileges = byGrantee.get(grantee) ?? new Map<string, string[]>();
    byGrantee.set(grantee, privileges);
    privileges.set(privilege, [...(privileges.get(privilege) ?? []), ...(column === null ? [] : [plain(column)])]);
  }
  return [...byGrantee].map(([grantee, privileges]) => {
    const listed = [...privileges].map(([name, columns]) =>
      columns.length > 0 ? `${name} (${columns.join(", ")})` : name,
    );
    return `GRANT ${listed.join(", ")} ON ${target} TO ${grantee};`;
  });
}

function printPolicy(policy: Policy, target: string): string {
  const parts = [`CREATE POLICY ${plain(policy.name)} ON ${target}`];
  if (!policy.permissive) parts.push("AS RESTRICTIVE");
  if (policy.command !== "ALL") parts.push(`FOR ${policy.command}`);
  parts.push(`TO ${policy.roles.join(", ")}`);
  if (policy.using !== null) parts.push(`USING (${policy.using})`);
  if (policy.check !== null) parts.push(`WITH CHECK (${policy.check})`);
  return `${parts.join(" ")};`;
}

function printTable(table: Relation): string {
  const name = qualified(table);
  const lines = [
    ...table.columns.map((column) => {
      const parts = [plain(column.name), column.type];
      if (column.notNull) parts.push("NOT NULL");
      if (column.default !== null) parts.push(`DEFAULT ${column.default}`);
      if (column.identity) parts.push("GENERATED");
      return `  ${parts.join(" ")}`;
    }),
    ...table.constraints.map((constraint) => `  CONSTRAINT ${plain(constraint.name)} ${constraint.definition}`),
  ];
  const storage = table.options.length > 0 ? ` WITH (${table.options.join(", ")})` : "";
  const output = [`CREATE ${table.unlogged ? "UNLOGGED " : ""}TABLE ${name} (\n${lines.join(",\n")}\n)${storage};`];
  output.push(...table.indexes.map((index) => `${index};`), ...table.triggers.map((trigger) => `${trigger};`));
  if (table.rowSecurity !== "off") output.push(`ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY;`);
  if (table.rowSecurity === "forced") output.push(`ALTER TABLE ${name} FORCE ROW LEVEL SECURITY;`);
  output.push(...table.policies.map((policy) => printPolicy(policy, name)));
  return [...output, ...printComments(table, "TABLE"), ...printGrants(table.grants, name)].join("\n");
}

function printView(view: Relation): string {
  const name = qualified(view);
  const storage = view.options.length > 0 ? ` WITH (${view.options.join(", ")})` : "";
  const output = [`CREATE VIEW ${name}${storage} AS\n${(view.definition ?? "").trimEnd()}`];
  return [...output, ...printComments(view, "VIEW"), ...printGrants(view.grants, name)].join("\n");
}

function printComments(relation: Relation, kind: "TABLE" | "VIEW"): string[] {
  const name = qualified(relation);
  const own = relation.comment === null ? [] : [`COMMENT ON ${kind} ${name} IS ${quote(relation.comment)};`];
  const columns = relation.columns.flatMap((column) =>
    column.comment === null ? [] : [`COMMENT ON COLUMN ${name}.${plain(column.name)} IS ${quote(column.comment)};`],
  );
  return [...own, ...columns];
}

function printFunction(live: LiveFunction): string {
  const name = live.schema === "mingxin" ? live.signature : `${live.schema}.${live.signature}`;
  const comment = live.comment === null ? [] : [`COMMENT ON FUNCTION ${name} IS ${quote(live.comment)};`];
  return [`${live.definition.trimEnd()};`, ...comment, ...printGrants(live.grants, `FUNCTION ${name}`)].join("\n");
}

/** The whole schema as SQL text for people, the same for the same catalogs. */
export function printSchema(schema: LiveSchema): string {
  const relations = schema.relations.map((relation) =>
    relation.kind === "view" ? printView(relation) : printTable(relation),
  );
  return `${[HEADER, ...schema.functions.map(printFunction), ...relations].join("\n\n")}\n`;
}
