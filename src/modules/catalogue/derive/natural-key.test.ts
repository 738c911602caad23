import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { canonicalJson, type CanonicalValue } from "../../../verify/canonical-json.ts";
import { describe, expect, test } from "vitest";
import type { LocalDate } from "../../../kernel/time.ts";
import { loadCatalogue } from "../load-catalogue.ts";
import type { RowValues } from "../catalogue-item.ts";
import { compileNaturalKey } from "./natural-key.ts";

const catalogue = await loadCatalogue(fileURLToPath(new URL("../../../../data", import.meta.url)));
const penalty = catalogue.editionInForce("administrative-penalty", "2026-11-24" as LocalDate);
if (!penalty) throw new Error("no penalty item");

const VALUES: RowValues = {
  subjectName: "黄石示例公司",
  uscc: "91420200MAXX000153",
  documentNumber: "黄环罚〔2025〕6号",
  decisionDate: "2025-04-09",
};
const key = (values: RowValues, body = "hs-ecology", hash = (clear: string): string => `h(${clear})`): string =>
  Buffer.from(compileNaturalKey(penalty, hash)(body, values)).toString("hex");

describe("the natural key", () => {
  test("is SHA-256 over canonical JSON of item, source and key fields", () => {
    const parts = [
      ["uscc", VALUES["uscc"]],
      ["documentNumber", "黄环罚(2025)6号"],
      ["decisionDate", "2025-04-09"],
    ];
    const text = canonicalJson(["administrative-penalty", "hs-ecology", parts as CanonicalValue]);
    expect(key(VALUES)).toBe(createHash("sha256").update(text).digest("hex"));
  });
  test("is the same whatever else the row says, and however the number's brackets are written", () => {
    const same = [
      { ...VALUES, penaltyContent: "罚款", remarks: "x" },
      { ...VALUES, subjectName: "另一名称" },
      { ...VALUES, documentNumber: "黄环罚[2025]6号" },
      { ...VALUES, documentNumber: "黄环罚（2025） 6号" },
      { ...VALUES, documentNumber: "黄环罚〔２０２５〕６号" },
    ];
    expect(new Set([VALUES, ...same].map((values) => key(values))).size).toBe(1);
    expect(key(VALUES)).toMatch(/^[0-9a-f]{64}$/);
  });

  test("differs by subject, number, day and source", () => {
    const others = [
      key({ ...VALUES, uscc: "91420281MAXX000238" }),
      key({ ...VALUES, documentNumber: "黄环罚〔2025〕7号" }),
      key({ ...VALUES, decisionDate: "2025-04-10" }),
      key(VALUES, "hs-emergency"),
    ];
    expect(new Set([key(VALUES), ...others]).size).toBe(5);
  });

  test("falls back on the next identifier, and never takes one kind for another", () => {
    const { uscc: _uscc, ...bare } = VALUES;
    const keys = [
      key(bare),
      key({ ...bare, registrationNumber: "420200000000012" }),
      key({ ...bare, organisationCode: "420200000000012" }),
    ];
    expect(new Set(keys).size).toBe(3);
  });

  test("lets an identity number in only as its keyed hash", () => {
    const { uscc: _uscc, ...bare } = VALUES;
    const person = { ...bare, personDocumentNumber: "990000199001010017" };
    expect(key(person, "hs-ecology", () => "a")).not.toBe(key(person, "hs-ecology", () => "b"));
    expect(key(person, "hs-ecology", () => "a")).toBe(
      key({ ...person, personDocumentNumber: "other" }, "hs-ecology", () => "a"),
    );
  });
});
