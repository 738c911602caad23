import { expect, test } from "vitest";
import type { BodyEntry } from "../../../../client/index.ts";
import { byLevel, existsOn, matches } from "./bodies.rules.ts";

const body = (code: string, division: string, validTo: string | null = null): BodyEntry => ({
  body: code,
  name: { zh: `${code}局`, en: `Bureau ${code}` },
  aliases: ["旧称"],
  uscc: null,
  division,
  divisionName: null,
  validFrom: null,
  validTo,
  successor: null,
  creditOffice: false,
  verified: true,
});

test("levels go from the nation to the county, and keep the catalogue's order within", () => {
  const bodies = [
    body("d", "420281"),
    body("b", "420200"),
    body("n", "100000"),
    body("p", "420000"),
    body("a", "420200"),
  ];
  expect(byLevel(bodies).map(({ body: code }) => code)).toEqual(["n", "p", "b", "a", "d"]);
});

test("a body exists on its last day and not on the next", () => {
  expect(existsOn(body("x", "420200", "2019-02-28"), "2019-02-28")).toBe(true);
  expect(existsOn(body("x", "420200", "2019-02-28"), "2019-03-01")).toBe(false);
  expect(existsOn(body("x", "420200"), "2026-01-01")).toBe(true);
});

test("a body is found by code, by either name and by an alias, whatever the case", () => {
  for (const typed of ["hs-X", "BUREAU", "旧称", " hs-x "]) expect(matches(body("hs-x", "420200"), typed)).toBe(true);
  expect(matches(body("hs-x", "420200"), "海关")).toBe(false);
});
