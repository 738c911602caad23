import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Compile } from "typebox/compile";
import type { TSchema } from "typebox";
import { canonicalJson, type CanonicalValue } from "../../verify/canonical-json.ts";
import { buildCatalogue, type Catalogue } from "./catalogue.ts";
import {
  BODIES_SCHEMA,
  CODES_SCHEMA,
  DUTIES_SCHEMA,
  EMPTY_WORDS_SCHEMA,
  FIELD_SCHEMAS,
  ITEM_FRAME_SCHEMA,
} from "./catalogue-file-schemas.ts";
import { CatalogueError, type CatalogueFault } from "./catalogue-fault.ts";
import type { Body, CatalogueItem, CodeList, EmptyWords } from "./catalogue-item.ts";
import { checkItem } from "./check-item.ts";
import { checkCodeList } from "./check-code-list.ts";
import { foldCode } from "./code-index.ts";
import { checkDuties } from "./duties/check-duties.ts";
import type { Duty } from "./duties/duty.ts";

interface Source {
  readonly file: string;
  readonly content: unknown;
}

/** Reads data files and keeps what it found wrong. A file of wrong shape counts as absent, so that all faults are told. */
class Reading {
  readonly faults: CatalogueFault[] = [];
  readonly #directory: string;

  constructor(directory: string) {
    this.#directory = directory;
  }

  async file(file: string): Promise<Source | null> {
    try {
      return { file, content: JSON.parse(await readFile(join(this.#directory, file), "utf8")) };
    } catch (error) {
      const reason =
        error instanceof SyntaxError ? `is not JSON: ${error.message}` : `cannot be read: ${String(error)}`;
      this.faults.push({ file, pointer: "", message: reason });
      return null;
    }
  }

  async folder(folder: string): Promise<readonly Source[]> {
    const names = await readdir(join(this.#directory, folder)).catch((error: unknown) => {
      this.faults.push({ file: folder, pointer: "", message: `cannot be read: ${String(error)}` });
      return [];
    });
    const wanted = names.filter((name) => name.endsWith(".json") && !name.endsWith(".schema.json")).toSorted();
    const sources = await Promise.all(wanted.map((name) => this.file(`${folder}/${name}`)));
    return sources.filter((source) => source !== null);
  }

  /** True when the value has the shape; tells each deviation otherwise. */
  hasShape(source: Source, schema: TSchema, value: unknown = source.content, prefix = ""): boolean {
    const validator = Compile(schema);
    if (validator.Check(value)) return true;
    const errors = validator.Errors(value).filter((error) => error.keyword !== "boolean");
    // An error of a branch says less than the one on the branching itself, unless it is deeper in the value.
    for (const error of errors) {
      const unknown = error.keyword === "additionalProperties" ? `: ${JSON.stringify(error.params)}` : "";
      this.faults.push({
        file: source.file,
        pointer: prefix + error.instancePath,
        message: `${error.message}${unknown}`,
      });
    }
    return false;
  }
}

/**
 * Reads and checks the whole catalogue under a directory of law data: catalogue/items, bodies and duties beside them, codes.
 * @throws CatalogueError with every fault, each with file and JSON pointer
 */
export async function loadCatalogue(directory: string): Promise<Catalogue> {
  const reading = new Reading(directory);
  const codes = await readCodes(reading);
  const emptyWords = await readEmptyWords(reading);
  const bodies = await readBodies(reading);
  const digests = new Map<string, string>();
  const items: CatalogueItem[] = [];
  for (const source of await reading.folder("catalogue/items")) {
    const item = parseItem(reading, source);
    if (!item) continue;
    const name = `${item.item}@${item.edition}`;
    if (digests.has(name))
      reading.faults.push({ file: source.file, pointer: "/edition", message: `${name} stands in another file too` });
    reading.faults.push(...checkItem(item, { codes, bodies }, source.file));
    digests.set(name, digestOf(item, codes));
    items.push(item);
  }
  checkEditions(reading, items);
  const duties = await readDuties(reading, { items, bodies });
  if (reading.faults.length > 0) throw new CatalogueError(reading.faults);
  return buildCatalogue({ items, codes, bodies, duties, emptyWords, digests });
}

function parseItem(reading: Reading, source: Source): CatalogueItem | null {
  if (!reading.hasShape(source, ITEM_FRAME_SCHEMA)) return null;
  // The fields are checked before the item is used.
  const { $schema: _schema, ...item } = parseChecked<CatalogueItem & { $schema?: string }>(source.content);
  const shapes = item.fields.map((field, at) => {
    const schema = FIELD_SCHEMAS.get(field.type);
    return schema !== undefined && reading.hasShape(source, schema, field, `/fields/${at}`);
  });
  return shapes.every(Boolean) ? item : null;
}

/** The one place where file content becomes a type: its JSON Schema was checked before, and the types say the same. */
function parseChecked<Shape>(content: unknown): Shape {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- checked against the schema of this very shape
  return content as Shape;
}

/**
 * What rows are judged by: the item and the values of its code lists. Ends are not in it (the end of an edition or of a
 * value may be set later), nor what only helps to read or to understand (aliases and labels of values).
 */
function digestOf(item: CatalogueItem, codes: ReadonlyMap<string, CodeList>): string {
  const { effectiveTo: _end, ...meaning } = item;
  const named = new Set(item.fields.flatMap((field) => ("codes" in field ? [field.codes] : [])));
  const lists = [...named].toSorted().map((list) => ({
    list,
    values: (codes.get(list)?.values ?? []).map(({ aliases: _a, label: _l, validTo: _to, ...value }) => value),
  }));
  // Both came out of JSON.parse, so they are JSON values.
  return createHash("sha256")
    .update(canonicalJson(parseChecked<CanonicalValue>({ ...meaning, codeLists: lists })))
    .digest("hex");
}

async function readCodes(reading: Reading): Promise<ReadonlyMap<string, CodeList>> {
  const lists = new Map<string, CodeList>();
  for (const source of await reading.folder("codes")) {
    if (source.file === EMPTY_WORDS_FILE || !reading.hasShape(source, CODES_SCHEMA)) continue;
    const list = parseChecked<CodeList>(source.content);
    if (lists.has(list.list))
      reading.faults.push({ file: source.file, pointer: "/list", message: `${list.list} stands in another file too` });
    reading.faults.push(...checkCodeList(list, source.file));
    lists.set(list.list, list);
  }
  return lists;
}

const EMPTY_WORDS_FILE = "codes/empty-words.json";

async function readEmptyWords(reading: Reading): Promise<ReadonlySet<string>> {
  const source = await reading.file(EMPTY_WORDS_FILE);
  if (!source || !reading.hasShape(source, EMPTY_WORDS_SCHEMA)) return new Set();
  return new Set(parseChecked<EmptyWords>(source.content).words.map(foldCode));
}

async function readBodies(reading: Reading): Promise<ReadonlyMap<string, Body>> {
  const bodies = new Map<string, Body>();
  const source = await reading.file("catalogue/bodies.json");
  if (!source || !reading.hasShape(source, BODIES_SCHEMA)) return bodies;
  const list = parseChecked<{ readonly bodies: readonly Body[] }>(source.content).bodies;
  const told = (at: number, key: string, message: string): unknown =>
    reading.faults.push({ file: source.file, pointer: `/bodies/${at}/${key}`, message });
  list.forEach((body, at) => {
    if (bodies.has(body.body)) told(at, "body", `the body ${body.body} stands twice`);
    bodies.set(body.body, body);
  });
  list.forEach((body, at) => {
    if (body.successor !== null && !bodies.has(body.successor))
      told(at, "successor", `there is no body ${body.successor}`);
    if (body.validFrom !== null && body.validTo !== null && body.validTo < body.validFrom)
      told(at, "validTo", "ends before it begins");
  });
  return bodies;
}

async function readDuties(
  reading: Reading,
  known: { readonly items: readonly CatalogueItem[]; readonly bodies: ReadonlyMap<string, Body> },
): Promise<readonly Duty[]> {
  const source = await reading.file("catalogue/duties.json");
  if (!source || !reading.hasShape(source, DUTIES_SCHEMA)) return [];
  const duties = parseChecked<{ readonly duties: readonly Duty[] }>(source.content).duties;
  reading.faults.push(...checkDuties(duties, known, source.file));
  return duties;
}

function checkEditions(reading: Reading, items: readonly CatalogueItem[]): void {
  for (const item of items) {
    const earlier = items.find((entry) => entry.item === item.item && entry.edition === item.edition - 1);
    if (item.edition > 1 && earlier && earlier.effectiveFrom >= item.effectiveFrom) {
      reading.faults.push({
        file: `catalogue/items (${item.item} edition ${item.edition})`,
        pointer: "/effectiveFrom",
        message: "does not begin after the edition before it",
      });
    }
  }
}
