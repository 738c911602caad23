import path from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { parseLocalDate, type LocalDate } from "../../../../kernel/time.ts";
import type { Catalogue } from "../../catalogue.ts";
import type { Field } from "../../catalogue-item.ts";
import { checkUscc } from "../../identifiers/uscc.ts";
import { loadCatalogue } from "../../load-catalogue.ts";
import { proposeDates } from "./propose-date.ts";
import { proposeIdentifiers } from "./propose-identifier.ts";
import { proposeValues } from "./propose-values.ts";

let catalogue: Catalogue;
let fields: ReadonlyMap<string, Field>;
beforeAll(async () => {
  catalogue = await loadCatalogue(path.resolve(import.meta.dirname, "../../../../../data"));
  const items = catalogue.items.filter((item) => item.item.startsWith("administrative-"));
  fields = new Map(items.flatMap((item) => item.fields.map((field) => [`${item.item} ${field.key}`, field])));
});

const TODAY = day("2026-11-24");
const CODE = "91420200MAXX000153";

function day(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (!date) throw new Error(text);
  return date;
}

function propose(field: string, text: string): readonly string[] {
  const found = fields.get(field);
  if (!found) throw new Error(`no field ${field}`);
  return proposeValues(catalogue, found, text, TODAY);
}

describe("days", () => {
  test.each([
    ["26/3/5", ["2026-03-05"]],
    ["99.12.31", ["1999-12-31"]],
    ["2O26-O3-05", ["2026-03-05"]],
    ["2026-13-04", ["2026-04-13"]],
    ["03/04/2026", ["2026-04-03", "2026-03-04"]],
    ["25/12/2025", ["2025-12-25"]],
    ["2026、3、5", ["2026-03-05"]],
    ["2026-02-30", []],
    ["2026-03-05", []],
    ["不详", []],
    ["二〇二六年", []],
  ])("%s may mean %j", (text, proposals) => {
    expect(proposeDates(text, TODAY)).toEqual(proposals);
  });

  test("whatever is written, a proposal is a day of the calendar", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9OIl年月日/.\- ]{0,12}$/), (text) => {
        const proposals = proposeDates(text, TODAY);
        expect(proposals.map((proposal) => parseLocalDate(proposal))).toEqual(proposals);
      }),
    );
  });
});

describe("credit codes", () => {
  test.each([
    ["a character misread", CODE.replace("X0", "Y0")],
    ["neighbours swapped", "91420200MAXX001053"],
    ["letters for digits", "914202OOMAXXOOOI53"],
    ["a character left out", "9142020MAXX000153"],
    ["a character too many", "914202000MAXX000153"],
  ])("%s is undone", (_, text) => {
    expect(proposeIdentifiers("uscc", text)).toContain(CODE);
  });

  test("every proposal is right by its check digits, and a right code needs none", () => {
    fc.assert(
      fc.property(fc.nat(17), fc.stringMatching(/^[0-9A-HJ-NPQRTUWXY]$/), (at, sign) => {
        const text = CODE.slice(0, at) + sign + CODE.slice(at + 1);
        const proposals = proposeIdentifiers("uscc", text);
        for (const proposal of proposals) expect(checkUscc(proposal).valid).toBe(true);
        expect(proposals).not.toContain(text);
        expect(proposals.length > 0 && text === CODE).toBe(false);
      }),
    );
  });

  test("nothing is proposed for a registration number or for words", () => {
    expect(proposeIdentifiers("uscc", "420200000000012")).toEqual([]);
    expect(proposeIdentifiers("uscc", "见附件")).toEqual([]);
  });
});

describe("codes of a list", () => {
  test.each([
    ["administrative-licence licenceKind", "普通类", ["普通"]],
    ["administrative-licence licenceKind", "核淮", ["核准"]],
    ["administrative-licence licenceKind", "普通", []],
    ["administrative-licence licenceKind", "春天", []],
    ["administrative-licence subjectCategory", "法人及非法人", ["法人及非法人组织"]],
    ["administrative-penalty penaltyKinds", "罚款;没收违法所得和没收非法财物", ["罚款;没收违法所得、没收非法财物"]],
  ])("%s: %s may mean %j", (field, text, proposals) => {
    expect(propose(field, text)).toEqual(proposals);
  });
});

test("a number of a person is never proposed, nor a name", () => {
  expect(propose("administrative-licence personDocumentNumber", "11010119900101I234")).toEqual([]);
  expect(propose("administrative-licence subjectName", "黄石示例公司")).toEqual([]);
});

test("an amount with letters for digits is proposed in digits", () => {
  expect(propose("administrative-penalty fineAmount", "2OO.5")).toEqual(["200.5"]);
  expect(propose("administrative-penalty fineAmount", "若干")).toEqual([]);
});
