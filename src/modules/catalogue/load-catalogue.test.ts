import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import type { LocalDate } from "../../kernel/time.ts";
import { CatalogueError } from "./catalogue-fault.ts";
import { catalogueSchemaFiles } from "./catalogue-file-schemas.ts";
import { loadCatalogue } from "./load-catalogue.ts";

const DATA = fileURLToPath(new URL("../../../data", import.meta.url));
const LICENCE = "catalogue/items/administrative-licence.json";
const PENALTY = "catalogue/items/administrative-penalty.json";
const made: string[] = [];
afterAll(() => Promise.all(made.map((directory) => rm(directory, { recursive: true }))));

type Json = Record<string, never>;

/** Loads a copy of the law data in which one file was changed; gives back what the loader says. */
async function faultsAfter(file: string, change: (content: Json) => void): Promise<readonly string[]> {
  const directory = await mkdtemp(join(tmpdir(), "mingxin-law-"));
  made.push(directory);
  await cp(join(DATA, "catalogue"), join(directory, "catalogue"), { recursive: true });
  await cp(join(DATA, "codes"), join(directory, "codes"), { recursive: true });
  const content = JSON.parse(await readFile(join(directory, file), "utf8")) as Json;
  change(content);
  await writeFile(join(directory, file), JSON.stringify(content));
  try {
    await loadCatalogue(directory);
    return [];
  } catch (error) {
    if (!(error instanceof CatalogueError)) throw error;
    return error.faults.map((fault) => `${fault.file}#${fault.pointer}: ${fault.message}`);
  }
}

/** Sets a value deep in a file's content. */
function set(content: Json, path: string, value: unknown): void {
  const keys = path.split("/");
  const last = keys.pop() ?? "";
  let at: Record<string, unknown> = content;
  for (const key of keys) at = at[key] as Record<string, unknown>;
  if (value === undefined) delete at[last];
  else at[last] = value;
}

describe("the shipped catalogue", async () => {
  const catalogue = await loadCatalogue(DATA);

  test("holds the 28 and 30 fields of the 2018 standard in order, and two platform fields", () => {
    const licence = catalogue.getItem("administrative-licence", 1);
    const penalty = catalogue.getItem("administrative-penalty", 1);
    const keys = (item: typeof licence): string[] =>
      item?.fields.filter((field) => field.standard).map((field) => field.aliases[0] ?? "") ?? [];
    expect(keys(licence)).toEqual([
      "XK_XDR_MC",
      "XK_XDR_LB",
      "XK_XDR_SHXYM",
      "XK_XDR_GSZC",
      "XK_XDR_ZZJG",
      "XK_XDR_SWDJ",
      "XK_XDR_SYDW",
      "XK_XDR_SHZZ",
      "XK_FRDB",
      "XK_FR_ZJLX",
      "XK_FR_ZJHM",
      "XK_XDR_ZJLX",
      "XK_XDR_ZJHM",
      "XK_XKWS",
      "XK_WSH",
      "XK_XKLB",
      "XK_XKZS",
      "XK_XKBH",
      "XK_NR",
      "XK_JDRQ",
      "XK_YXQZ",
      "XK_YXQZI",
      "XK_XKJG",
      "XK_XKJGDM",
      "XK_ZT",
      "XK_LYDW",
      "XK_LYDWDM",
      "BZ",
    ]);
    expect(keys(penalty)).toEqual([
      "CF_XDR_MC",
      "CF_XDR_LB",
      "CF_XDR_SHXYM",
      "CF_XDR_GSZC",
      "CF_XDR_ZZJG",
      "CF_XDR_SWDJ",
      "CF_XDR_SYDW",
      "CF_XDR_SHZZ",
      "CF_FRDB",
      "CF_FR_ZJLX",
      "CF_FR_ZJHM",
      "CF_XDR_ZJLX",
      "CF_XDR_ZJHM",
      "CF_WSH",
      "CF_WFXW",
      "CF_SY",
      "CF_YJ",
      "CF_CFLB",
      "CF_NR",
      "CF_NR_FK",
      "CF_NR_WFFF",
      "CF_NR_ZKDX",
      "CF_JDRQ",
      "CF_YXQ",
      "CF_GSJZQ",
      "CF_CFJG",
      "CF_CFJGDM",
      "CF_SJLY",
      "CF_SJLYDM",
      "BZ",
    ]);
    expect(penalty?.fields.filter((field) => !field.standard).map((field) => field.key)).toEqual([
      "severity",
      "procedure",
    ]);
  });

  test("never lets an identity number or its kind be public", () => {
    const shown = catalogue.items.flatMap((item) => item.fields.filter((field) => field.disclosure === "public"));
    expect(shown.filter((field) => /Document(Type|Number)$/.test(field.key))).toEqual([]);
    expect(shown.length).toBeGreaterThan(40);
  });

  test("answers by edition in force, body name on a day, and digest", () => {
    const day = "2017-05-01" as LocalDate;
    expect(catalogue.editionInForce("administrative-licence", "2017-12-31" as LocalDate)).toBeNull();
    expect(catalogue.editionInForce("administrative-licence", "2018-01-01" as LocalDate)?.edition).toBe(1);
    expect(catalogue.editionInForce("no-such-item", day)).toBeNull();
    expect(catalogue.findBody("市环保局", day)?.body).toBe("hs-environment");
    expect(catalogue.findBody(" 黄石市生态环境局 ", "2024-05-01" as LocalDate)?.body).toBe("hs-ecology");
    expect(catalogue.findBody("某某局", day)).toBeNull();
    const [first] = catalogue.items;
    if (!first) throw new Error("the catalogue is empty");
    expect(catalogue.digest(first)).toMatch(/^[0-9a-f]{64}$/);
    expect(() => catalogue.digest({ ...first, edition: 99 })).toThrow(/not of this catalogue/);
  });

  test("has schema files that say what the loader checks", async () => {
    for (const [path, schema] of Object.entries(catalogueSchemaFiles())) {
      const file: unknown = JSON.parse(await readFile(join(DATA, path), "utf8"));
      expect(file, `${path} is out of date: print catalogueSchemaFiles() anew`).toEqual(
        JSON.parse(JSON.stringify(schema)),
      );
    }
  });
});

describe("a broken catalogue is refused, naming file and place", () => {
  const cases: readonly (readonly [string, string, string, unknown, RegExp])[] = [
    ["an unknown property", LICENCE, "colour", "red", /administrative-licence\.json#.*colour/],
    ["a field type nobody knows", LICENCE, "fields/0/type", "colour", /#\/fields\/0\/type: /],
    ["a property of another field type", LICENCE, "fields/0/codes", "severity", /#\/fields\/0.*codes/],
    ["a text without its English", LICENCE, "fields/0/title", { zh: "名称" }, /#\/fields\/0\/title: /],
    [
      "an unknown code list",
      LICENCE,
      "fields/1/codes",
      "colours",
      /#\/fields\/1\/codes: there is no code list colours/,
    ],
    [
      "an unknown field in a condition",
      LICENCE,
      "fields/2/required",
      { field: "colour", present: true },
      /#\/fields\/2\/required: there is no field colour/,
    ],
    [
      "a value outside its code list in a condition",
      LICENCE,
      "fields/2/required",
      { field: "subjectCategory", in: ["猫"] },
      /#\/fields\/2\/required: .* has no value 猫/,
    ],
    ["an unknown field in a rule", LICENCE, "rules/0/field", "colour", /#\/rules\/0\/field: there is no field colour/],
    [
      "a check that does not suit its field",
      LICENCE,
      "rules/0/field",
      "subjectName",
      /#\/rules\/0\/field: the check not-after-today does not apply/,
    ],
    [
      "one header for two fields",
      LICENCE,
      "fields/1/aliases",
      ["xk_xdr mc"],
      /#\/fields\/1\/aliases: the header .* means subjectName too/,
    ],
    [
      "two fields in one role",
      LICENCE,
      "fields/13/role",
      "document-number",
      /#\/fields\/14\/role: the role document-number is held by decisionDocumentName too/,
    ],
    [
      "a role on a field of the wrong type",
      LICENCE,
      "fields/18/role",
      "valid-to",
      /the role valid-to needs the type date, not text/,
    ],
    [
      "an unknown field in the natural key",
      LICENCE,
      "naturalKey/1",
      "colour",
      /#\/naturalKey\/1: there is no field colour/,
    ],
    [
      "no legal basis for what is public",
      PENALTY,
      "legalBasis",
      [],
      /administrative-penalty\.json#\/legalBasis: .*legal basis/,
    ],
    [
      "a window of what is not public",
      PENALTY,
      "disclosure",
      "government",
      /#\/publicity\/window: an item that is not public \(government\) has no window/,
    ],
    [
      "a public identity number",
      PENALTY,
      "fields/12/disclosure",
      "public",
      /#\/fields\/12\/disclosure: an identity number is never public/,
    ],
    ["a group nobody declared", PENALTY, "fields/0/group", "colours", /#\/fields\/0\/group: there is no group colours/],
    ["a profile of an unknown body", LICENCE, "profiles/0/body", "mars", /#\/profiles\/0\/body: there is no body mars/],
    [
      "a profile that forgets a required field",
      LICENCE,
      "profiles/0/waived/authorityCode",
      undefined,
      /#\/profiles\/0\/waived: the required field authorityCode is neither filled nor waived/,
    ],
    [
      "a sample of an unknown field",
      LICENCE,
      "samples/0/cells/colour",
      "red",
      /#\/samples\/0\/cells\/colour: there is no field colour/,
    ],
    [
      "an unknown successor",
      "catalogue/bodies.json",
      "bodies/0/successor",
      "mars",
      /bodies\.json#\/bodies\/0\/successor: there is no body mars/,
    ],
    [
      "a code that means two values at once",
      "codes/severity.json",
      "values/0/aliases",
      ["严重"],
      /severity\.json#\/values\/2: the name 严重 means minor too/,
    ],
  ];
  test.each(cases)("%s", async (_name, file, path, value, expected) => {
    const faults = await faultsAfter(file, (content) => set(content, path, value));
    expect(faults.join("\n")).toMatch(expected);
  });

  test("all faults are told at once", async () => {
    const faults = await faultsAfter(LICENCE, (content) => {
      set(content, "fields/0/group", "colours");
      set(content, "naturalKey/1", "colour");
    });
    expect(faults).toHaveLength(2);
  });

  test("a file that is no JSON, and a directory that is none", async () => {
    await expect(loadCatalogue(join(DATA, "no-such-place"))).rejects.toThrow(/cannot be read/);
    const directory = await mkdtemp(join(tmpdir(), "mingxin-law-"));
    made.push(directory);
    await cp(DATA, directory, { recursive: true });
    await writeFile(join(directory, "codes/severity.json"), "{");
    await expect(loadCatalogue(directory)).rejects.toThrow(/codes\/severity\.json#: is not JSON/);
  });
});
