import { resolve } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { CatalogueItem, Field } from "../catalogue-item.ts";
import { loadCatalogue } from "../load-catalogue.ts";
import { editionChanges } from "./edition-changes.ts";

const catalogue = await loadCatalogue(resolve(import.meta.dirname, "../../../../data"));
const first = catalogue.items.find(({ item }) => item === "administrative-penalty");
if (!first) throw new Error("there is no administrative-penalty");
const penalty: CatalogueItem = first;

const further: CatalogueItem = { ...penalty, edition: 2 };
// The made editions are not of the loaded catalogue, which alone knows their digests.
const knowing = { ...catalogue, digest: () => "0".repeat(64) };
const changesTo = (item: CatalogueItem) => editionChanges(knowing, penalty, item);
const withFields = (fields: readonly Field[]): CatalogueItem => ({ ...further, fields });

test("an edition that changes nothing tells no change", () => {
  expect(changesTo(further)).toEqual([]);
});

test("a field that is added, left out or renamed is told by its title in both languages", () => {
  const [head, second, ...rest] = penalty.fields;
  if (!head || !second) throw new Error("too few fields");
  expect(changesTo(withFields([second, ...rest]))).toEqual([
    {
      kind: "field-removed",
      field: head.key,
      text: { zh: `不再填报“${head.title.zh}”`, en: `“${head.title.en}” is no longer reported` },
    },
  ]);
  const added: Field = { ...second, key: "a-new-field", title: { zh: "新字段", en: "New field" } };
  expect(changesTo(withFields([...penalty.fields, added]))).toMatchObject([{ kind: "field-added", field: added.key }]);
  const renamed: Field = { ...head, title: { zh: "改名", en: "Renamed" } };
  expect(changesTo(withFields([renamed, second, ...rest]))).toMatchObject([
    { kind: "field-changed", text: { zh: `“${head.title.zh}”的名称由“${head.title.zh}”改为“改名”` } },
  ]);
});

test("a changed basis, a longer retention and a dropped check are told in words", () => {
  const changed: CatalogueItem = {
    ...further,
    legalBasis: [],
    retention: { ...penalty.retention, years: 99 },
    rules: penalty.rules.slice(1),
  };
  const words = changesTo(changed).map(({ text }) => text.zh);
  expect(words).toHaveLength(3);
  expect(words[0]).toMatch(/^法律依据由“.+”改为“无”$/);
  expect(words[1]).toMatch(/^保存期限由“.+”改为“99年/);
  expect(words[2]).toBe(`取消校验：${penalty.rules[0]?.message.zh}`);
});

test("whichever fields an edition leaves out, exactly these are told, and the way back tells them as added", () => {
  fc.assert(
    fc.property(fc.subarray([...penalty.fields]), (kept) => {
      const fewer = withFields(kept);
      const left = penalty.fields.filter((field) => !kept.includes(field)).map(({ key }) => key);
      const there = changesTo(fewer).filter(({ kind }) => kind === "field-removed");
      expect(there.map(({ field }) => field)).toEqual(left);
      const back = editionChanges(knowing, fewer, penalty).filter(({ kind }) => kind === "field-added");
      expect(back.map(({ field }) => field)).toEqual(left);
    }),
  );
});
