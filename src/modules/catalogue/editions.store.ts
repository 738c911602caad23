import { sql } from "kysely";
import type { Tx } from "../../platform/db/types.ts";
import { CatalogueError } from "./catalogue-fault.ts";
import type { Catalogue } from "./catalogue.ts";
import type { CatalogueItem } from "./catalogue-item.ts";
import { publicView } from "./derive/public-view.ts";

/**
 * Writes bodies and item editions of the law data into the database; to be run as the owner, before anything is filed.
 * An edition that records are bound to never changes: only its end may be set. Gives the editions that are new.
 * @throws CatalogueError when an edition was changed under its number
 */
export async function syncCatalogue(tx: Tx, catalogue: Catalogue): Promise<readonly string[]> {
  const known = await sql<{ item: string; edition: number; digest: Buffer; end: string | null }>`
    SELECT item, edition, digest, effective_to::text AS end FROM catalogue_editions`.execute(tx);
  const ends = new Map(known.rows.map((row) => [`${row.item}@${row.edition}`, row.end]));
  const digests = new Map(known.rows.map((row) => [`${row.item}@${row.edition}`, row.digest.toString("hex")]));
  const changed = catalogue.items.filter((item) => {
    const digest = digests.get(`${item.item}@${item.edition}`);
    const end = ends.get(`${item.item}@${item.edition}`) ?? null;
    return digest !== undefined && (digest !== catalogue.digest(item) || (end !== null && end !== item.effectiveTo));
  });
  if (changed.length > 0) {
    throw new CatalogueError(
      changed.map((item) => ({
        file: `catalogue/items (${item.item})`,
        pointer: "/edition",
        message: `edition ${item.edition} was changed after records were bound to it; give the new text a new edition`,
      })),
    );
  }
  const ended = catalogue.items.filter(
    (item) => item.effectiveTo !== null && ends.get(`${item.item}@${item.edition}`) === null,
  );
  for (const { item, edition, effectiveTo } of ended) {
    await sql`UPDATE catalogue_editions SET effective_to = ${effectiveTo}::date
      WHERE item = ${item} AND edition = ${edition}`.execute(tx);
  }
  const added = catalogue.items.filter((one) => !digests.has(`${one.item}@${one.edition}`));
  for (const item of added) {
    await sql`INSERT INTO catalogue_editions (item, edition, effective_from, effective_to, digest, public_fields, roles, definition)
      VALUES (${item.item}, ${item.edition}, ${item.effectiveFrom}::date, ${item.effectiveTo}::date,
        decode(${catalogue.digest(item)}, 'hex'), ${publicView(catalogue, item).publicFields}::text[],
        ${JSON.stringify(rolesOf(item))}::jsonb, ${JSON.stringify({ ...item, effectiveTo: undefined })}::jsonb)`.execute(
      tx,
    );
  }
  for (const body of catalogue.bodies.values()) {
    await sql`INSERT INTO bodies (body, name_zh, name_en, uscc, division, valid_from, valid_to, successor)
      VALUES (${body.body}, ${body.name.zh}, ${body.name.en}, ${body.uscc}, ${body.division}, ${body.validFrom}::date,
        ${body.validTo}::date, ${body.successor})
      ON CONFLICT (body) DO UPDATE SET name_zh = excluded.name_zh, name_en = excluded.name_en, uscc = excluded.uscc,
        division = excluded.division, valid_from = excluded.valid_from, valid_to = excluded.valid_to,
        successor = excluded.successor`.execute(tx);
  }
  return added.map((item) => `${item.item}@${item.edition}`);
}

/** Role to key of the first field that plays it. */
function rolesOf(item: CatalogueItem): Readonly<Record<string, string>> {
  const roles: Record<string, string> = {};
  for (const field of item.fields) if (field.role !== undefined) roles[field.role] ??= field.key;
  return roles;
}
