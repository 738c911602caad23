import { describe, expect, test } from "vitest";
import { type LiveSchema, type Relation, uncommented } from "./live-schema.ts";
import { printDiagram, replaceBetweenMarkers } from "./print-diagram.ts";
import { printSchema } from "./print-schema.ts";
import { printTypes } from "./print-types.ts";

const table: Relation = {
  schema: "mingxin",
  name: "old_names",
  kind: "table",
  unlogged: false,
  rowSecurity: "enabled",
  options: [],
  comment: "Names that a subject's files carried.",
  definition: null,
  columns: [
    { name: "name", type: "text", notNull: true, default: null, identity: false, comment: "As written." },
    { name: "grams", type: "integer[]", notNull: false, default: null, identity: false, comment: null },
    { name: "seen", type: "bigint", notNull: true, default: "0", identity: false, comment: null },
  ],
  constraints: [{ name: "old_names_pkey", definition: "PRIMARY KEY (name)" }],
  indexes: [],
  triggers: [],
  policies: [{ name: "own", permissive: true, command: "ALL", roles: ["mingxin_app"], using: "true", check: null }],
  grants: [
    { grantee: "mingxin_app", privilege: "SELECT", column: null },
    { grantee: "mingxin_app", privilege: "UPDATE", column: "seen" },
  ],
};
const view: Relation = {
  ...table,
  schema: "register",
  name: "names",
  kind: "view",
  rowSecurity: "off",
  definition: " SELECT 1;",
  policies: [],
};
const schema: LiveSchema = { relations: [table, view], functions: [] };

describe("the schema printer", () => {
  test("prints constraints, row security, policies, escaped comments and column grants", () => {
    const text = printSchema(schema);
    expect(text).toContain("  CONSTRAINT old_names_pkey PRIMARY KEY (name)");
    expect(text).toContain("ALTER TABLE old_names ENABLE ROW LEVEL SECURITY;");
    expect(text).toContain("CREATE POLICY own ON old_names TO mingxin_app USING (true);");
    expect(text).toContain("IS 'Names that a subject''s files carried.';");
    expect(text).toContain("GRANT SELECT, UPDATE (seen) ON old_names TO mingxin_app;");
    expect(text).toContain("CREATE VIEW register.names AS");
  });

  test("names what nobody has described", () => {
    expect(uncommented({ relations: [{ ...table, comment: null }, view], functions: [] })).toEqual([
      "table mingxin.old_names has no COMMENT",
    ]);
  });
});

describe("the type printer", () => {
  test("gives each table its interface, with nullable, array and generated columns", () => {
    const text = printTypes(schema);
    expect(text).toContain("export interface OldNames {");
    expect(text).toContain("  grams: number[] | null;");
    expect(text).toContain("  seen: Generated<number>;");
    expect(text).toContain('  "register.names": RegisterNames;');
  });

  test("refuses a database type that it has no TypeScript type for", () => {
    const odd = {
      ...table,
      columns: [{ name: "at", type: "point", notNull: true, default: null, identity: false, comment: null }],
    };
    expect(() => printTypes({ relations: [odd], functions: [] })).toThrow("mingxin.old_names.at");
  });
});

describe("the diagram", () => {
  test("draws an arrow from the module that gives to the one that uses, and thin ones from audit", () => {
    const diagram = printDiagram({ audit: [], low: ["audit"], high: ["low", "audit"] });
    expect(diagram).toContain("  low --> high");
    expect(diagram).toContain("  audit -.-> high");
  });

  test("goes between its markers and leaves the rest alone", () => {
    const before = "a\n<!-- generated:x -->\nold\n<!-- /generated:x -->\nb";
    const after = replaceBetweenMarkers(before, "x", "new");
    expect(after).toBe("a\n<!-- generated:x -->\n\nnew\n\n<!-- /generated:x -->\nb");
    expect(replaceBetweenMarkers(after, "x", "new")).toBe(after);
    expect(() => replaceBetweenMarkers("nothing", "x", "new")).toThrow("missing");
  });
});
