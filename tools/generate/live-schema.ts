/**
 * Reads the live catalogs of a migrated database into plain data, sorted, so that the printers are deterministic and no
 * `pg_dump` is needed (the embedded server ships none). Covers the schemas that are ours: mingxin, register and accounts.
 */

export type Query = <Row>(sql: string) => Promise<Row[]>;

export interface Column {
  readonly name: string;
  readonly type: string;
  /** Declared for tables, inferred for views. */
  readonly notNull: boolean;
  /** Text of the default expression, or null. */
  readonly default: string | null;
  readonly identity: boolean;
  readonly comment: string | null;
}

export interface Relation {
  readonly schema: string;
  readonly name: string;
  readonly kind: "table" | "view";
  readonly unlogged: boolean;
  readonly rowSecurity: "off" | "enabled" | "forced";
  readonly options: readonly string[];
  readonly comment: string | null;
  /** Body of a view, else null. */
  readonly definition: string | null;
  readonly columns: readonly Column[];
  readonly constraints: readonly { readonly name: string; readonly definition: string }[];
  readonly indexes: readonly string[];
  readonly triggers: readonly string[];
  readonly policies: readonly Policy[];
  readonly grants: readonly Grant[];
}

export interface Policy {
  readonly name: string;
  readonly permissive: boolean;
  readonly command: string;
  readonly roles: readonly string[];
  readonly using: string | null;
  readonly check: string | null;
}

export interface Grant {
  readonly grantee: string;
  readonly privilege: string;
  /** Column that the privilege is limited to, or null for the whole object. */
  readonly column: string | null;
}

export interface LiveFunction {
  readonly schema: string;
  readonly signature: string;
  readonly definition: string;
  readonly comment: string | null;
  readonly grants: readonly Grant[];
}

export interface LiveSchema {
  readonly relations: readonly Relation[];
  readonly functions: readonly LiveFunction[];
}

// Names sort by bytes ("C"), so that the order does not hang on the server's locale.
const OURS = `n.nspname IN ('mingxin', 'register', 'accounts')`;
const GRANTEE = `CASE WHEN a.grantee = 0 THEN 'PUBLIC' ELSE a.grantee::regrole::text END`;

// The catalogs know no NOT NULL for a view's columns. One counts as present when the view joins nothing from outside and
// every column of that name that it reads from its tables is NOT NULL.
const READ_COLUMNS = `SELECT b.attnotnull FROM pg_rewrite w
      JOIN pg_depend p ON p.classid = 'pg_rewrite'::regclass AND p.objid = w.oid AND p.refclassid = 'pg_class'::regclass
      JOIN pg_attribute b ON b.attrelid = p.refobjid AND b.attnum = p.refobjsubid
      WHERE w.ev_class = c.oid AND p.refobjid <> c.oid AND b.attname = a.attname`;
const SURELY_PRESENT = `(pg_get_viewdef(c.oid) !~* '(left|right|full) (outer )?join' AND coalesce((SELECT bool_and(attnotnull) FROM (${READ_COLUMNS}) r), false))`;

const RELATIONS = `
SELECT n.nspname AS schema, c.relname AS name,
  CASE c.relkind WHEN 'v' THEN 'view' ELSE 'table' END AS kind,
  c.relpersistence = 'u' AS unlogged,
  CASE WHEN c.relforcerowsecurity THEN 'forced' WHEN c.relrowsecurity THEN 'enabled' ELSE 'off' END AS "rowSecurity",
  coalesce(c.reloptions, '{}')::text[] AS options,
  obj_description(c.oid, 'pg_class') AS comment,
  CASE WHEN c.relkind = 'v' THEN pg_get_viewdef(c.oid, true) END AS definition,
  (SELECT coalesce(json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
      'notNull', CASE c.relkind WHEN 'v' THEN ${SURELY_PRESENT} ELSE a.attnotnull END, 'default', CASE WHEN a.attgenerated = '' THEN pg_get_expr(d.adbin, d.adrelid) END,
      'identity', a.attidentity <> '' OR a.attgenerated <> '', 'comment', col_description(c.oid, a.attnum)) ORDER BY a.attnum), '[]')
    FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
  (SELECT coalesce(json_agg(json_build_object('name', k.conname, 'definition', pg_get_constraintdef(k.oid))
      ORDER BY k.contype = 'p' DESC, k.conname COLLATE "C"), '[]')
    FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype IN ('p', 'u', 'c', 'f', 'x')) AS constraints,
  (SELECT coalesce(json_agg(pg_get_indexdef(i.indexrelid) ORDER BY x.relname COLLATE "C"), '[]')
    FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid WHERE i.indrelid = c.oid
      AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.conrelid = c.oid)) AS indexes,
  (SELECT coalesce(json_agg(pg_get_triggerdef(t.oid, true) ORDER BY t.tgname COLLATE "C"), '[]')
    FROM pg_trigger t WHERE t.tgrelid = c.oid AND NOT t.tgisinternal) AS triggers,
  (SELECT coalesce(json_agg(json_build_object('name', p.policyname, 'permissive', p.permissive = 'PERMISSIVE', 'command', p.cmd,
      'roles', p.roles::text[], 'using', p.qual, 'check', p.with_check) ORDER BY p.policyname COLLATE "C"), '[]')
    FROM pg_policies p WHERE p.schemaname = n.nspname AND p.tablename = c.relname) AS policies,
  (SELECT coalesce(json_agg(g ORDER BY g.grantee COLLATE "C", g.privilege COLLATE "C", g."column" COLLATE "C"), '[]') FROM (
      SELECT ${GRANTEE} AS grantee, a.privilege_type AS privilege, NULL::text AS "column"
      FROM aclexplode(c.relacl) a WHERE a.grantee <> c.relowner
      UNION ALL
      SELECT ${GRANTEE}, a.privilege_type, t.attname::text
      FROM pg_attribute t, aclexplode(t.attacl) a WHERE t.attrelid = c.oid AND a.grantee <> c.relowner) g) AS grants
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE ${OURS} AND c.relkind IN ('r', 'p', 'v')
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C"`;

const FUNCTIONS = `
SELECT n.nspname AS schema, f.proname || '(' || pg_get_function_identity_arguments(f.oid) || ')' AS signature,
  pg_get_functiondef(f.oid) AS definition, obj_description(f.oid, 'pg_proc') AS comment,
  (SELECT coalesce(json_agg(json_build_object('grantee', ${GRANTEE}, 'privilege', a.privilege_type, 'column', NULL)
      ORDER BY ${GRANTEE} COLLATE "C", a.privilege_type COLLATE "C"), '[]')
    FROM aclexplode(coalesce(f.proacl, acldefault('f', f.proowner))) a WHERE a.grantee <> f.proowner) AS grants
FROM pg_proc f JOIN pg_namespace n ON n.oid = f.pronamespace
WHERE ${OURS} AND f.prokind IN ('f', 'p')
ORDER BY n.nspname COLLATE "C", f.proname COLLATE "C", pg_get_function_identity_arguments(f.oid) COLLATE "C"`;

/** Reads everything; sets the connection's search path, on which the qualification of printed names hangs. */
export async function readLiveSchema(query: Query): Promise<LiveSchema> {
  await query("SET search_path TO mingxin");
  return { relations: await query<Relation>(RELATIONS), functions: await query<LiveFunction>(FUNCTIONS) };
}

/** Tables, views and functions that nobody has described. */
export function uncommented(schema: LiveSchema): string[] {
  return [
    ...schema.relations
      .filter(({ comment }) => !comment)
      .map(({ schema: space, name, kind }) => `${kind} ${space}.${name}`),
    ...schema.functions
      .filter(({ comment }) => !comment)
      .map(({ schema: space, signature }) => `function ${space}.${signature}`),
  ].map((what) => `${what} has no COMMENT`);
}
