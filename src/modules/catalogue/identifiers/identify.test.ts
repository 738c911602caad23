import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LocalDate } from "../../../kernel/time.ts";
import { citizenCheckCharacter, organisationCheckCharacter } from "./check-digits.ts";
import { checkIdentifier } from "./check-identifier.ts";
import { checkCitizenId, isCitizenId, upgradeCitizenId } from "./citizen-id.ts";
import { identify } from "./identify.ts";

const digits = (length: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(..."0123456789".split("")), minLength: length, maxLength: length });

describe("identify", () => {
  test.each([
    ["91420200MAXX000153", "uscc"],
    ["11010519491231002X", "citizen-id"],
    ["440524188001010014", "citizen-id"],
    ["990000199001010017", "citizen-id"],
    ["110108000000016", "registration-number"],
    ["420200000000012", "registration-number"],
    ["420281600000017", "registration-number"],
    ["00000000-0", "organisation-code"],
    ["D2143569-X", "organisation-code"],
    ["01186985-2", "organisation-code"],
    ["142020000123", "institution-certificate"],
  ])("%s is a right %s without being asked for one", (value, kind) => {
    expect(identify(value)).toMatchObject({ kind, valid: true, reason: null });
  });

  test("reads full-width letters, lower case, spaces and hyphens as the code that is meant", () => {
    expect(identify(" ９１420200-maxx 000153​").value).toBe("91420200MAXX000153");
    expect(identify("d2143569—x").value).toBe("D2143569X");
  });

  test("a citizen's number in the place of a credit code is called by its name", () => {
    expect(identify("362322198709086409", "uscc")).toMatchObject({ valid: false, reason: "uscc-is-citizen-id" });
    expect(identify("362322198709086409")).toMatchObject({ kind: "citizen-id", valid: true });
  });

  test.each([
    ["uscc", "91420200MA48U2GX0K", "uscc-check-digit"],
    ["organisation-code", "D21435690", "organisation-code-check-digit"],
    ["registration-number", "420200000000013", "registration-number-check-digit"],
    ["tax-number", "4202", "tax-number-form"],
    ["institution-certificate", "14202", "institution-certificate-form"],
    ["citizen-id", "110105194912310021", "citizen-id-check-digit"],
    ["citizen-id", "110105194902310024", "citizen-id-check-digit"],
    ["身份证", "110105194912310021", "citizen-id-check-digit"],
    ["lottery", "91420200MAXX000153", "unknown-kind"],
  ])("as %s the value %s is refused: %s", (kind, value, reason) => {
    const found = identify(value, kind);
    expect(found).toMatchObject({ valid: false, reason });
    expect(found.reasonText?.zh).not.toBe("");
  });

  test.each(["", "abc", "你好", "1", "+86", "\u0000"])("%j has no form that is known", (value) => {
    expect(identify(value)).toMatchObject({ kind: null, valid: false, reason: "unknown-form" });
  });

  test("a registration number of 13 digits is taken with a note that it cannot be checked", () => {
    expect(identify("4202002123456")).toMatchObject({ valid: true, reason: "registration-number-old-form" });
  });

  test("a tax number made of a person's number is refused, or warned of where nothing checks it; a credit code is right", () => {
    const refused = { valid: false, reason: "identifier-is-citizen-id" };
    expect(identify("11010519491231002X", "tax-number")).toMatchObject(refused);
    expect(identify("44052418800101001401", "tax-number")).toMatchObject(refused);
    expect(identify("110105491231002", "tax-number")).toMatchObject({
      valid: true,
      reason: "tax-number-holds-citizen-id",
    });
    expect(identify("440524188001010014", "registration-number")).toMatchObject(refused);
    expect(checkIdentifier("social-organisation-certificate", "鄂社证字440524188001010014号")).toMatchObject(refused);
    expect(identify("1101051949123100201X".slice(0, 20), "tax-number").valid).toBe(true);
    expect(identify("91420200MAXX000153", "tax-number").reason).toBeNull();
  });
});

describe("check digits", () => {
  test("every wrong digit of an organisation code is caught", () => {
    fc.assert(
      fc.property(digits(8), fc.nat(7), fc.constantFrom(..."0123456789".split("")), (body, at, other) => {
        fc.pre(body.charAt(at) !== other);
        const wrong = body.slice(0, at) + other + body.slice(at + 1) + organisationCheckCharacter(body);
        expect(checkIdentifier("organisation-code", wrong).valid).toBe(false);
      }),
    );
  });

  test("of ten last digits one checks a registration number, and no other digit may change", () => {
    fc.assert(
      fc.property(digits(14), fc.nat(14), fc.constantFrom(..."0123456789".split("")), (body, at, other) => {
        const right = "0123456789"
          .split("")
          .filter((last) => checkIdentifier("registration-number", body + last).valid);
        expect(right).toHaveLength(1);
        const number = body + (right[0] ?? "");
        fc.pre(number.charAt(at) !== other);
        const wrong = number.slice(0, at) + other + number.slice(at + 1);
        expect(checkIdentifier("registration-number", wrong).valid).toBe(false);
      }),
    );
  });

  test("every wrong digit of a citizen's number is caught", () => {
    fc.assert(
      fc.property(
        digits(3),
        fc.integer({ min: 0, max: 16 }),
        fc.constantFrom(..."0123456789".split("")),
        (tail, at, other) => {
          const first17 = `99000019900101${tail}`;
          const number = first17 + citizenCheckCharacter(first17);
          expect(isCitizenId(number)).toBe(true);
          fc.pre(number.charAt(at) !== other);
          expect(isCitizenId(number.slice(0, at) + other + number.slice(at + 1))).toBe(false);
        },
      ),
    );
  });

  test("a person cannot be born after the day of the check", () => {
    expect(checkCitizenId("990000199001010017", "1990-01-01" as LocalDate).valid).toBe(true);
    expect(checkCitizenId("990000199001010017", "1989-12-31" as LocalDate).valid).toBe(false);
  });

  test("a number of 15 digits becomes one of 18 with century and check digit", () => {
    expect(upgradeCitizenId("110105491231002")).toBe("11010519491231002X");
    expect(upgradeCitizenId("420200000000012")).toBeNull();
    expect(upgradeCitizenId("11010519491231002X")).toBeNull();
  });
});
