import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { organisationCheckCharacter, USCC_ALPHABET, usccCheckCharacter } from "./check-digits.ts";
import { checkCitizenId, isCitizenId } from "./citizen-id.ts";
import { checkUscc } from "./uscc.ts";
import { usccRepairs } from "./uscc-repairs.ts";
import { identify } from "./identify.ts";

const REAL = process.env["MINGXIN_REAL_DATA"] ?? path.resolve(import.meta.dirname, "../../../../../shared/data/real");

const reasonOf = (code: string): string | null => {
  const checked = checkUscc(code);
  return checked.valid ? null : checked.reason;
};

/** Fictional codes: right in every part, of divisions of Huangshi. */
const validUscc = fc
  .record({
    category: fc.constantFrom("11", "12", "51", "52", "81", "91", "92", "93"),
    division: fc.constantFrom("420200", "420281", "420222"),
    body: fc.array(fc.constantFrom(...USCC_ALPHABET.split("")), { minLength: 6, maxLength: 6 }),
  })
  .map(({ category, division, body }) => {
    const organisation = `MA${body.join("")}`;
    const first17 = category + division + organisation + organisationCheckCharacter(organisation);
    return first17 + usccCheckCharacter(first17);
  });

describe("GB 32100 credit codes", () => {
  test.each([
    "91350100M000100Y43",
    "91230500MA1B3N1N2M",
    "91150400MA0N1Q9YXG",
    "11420000MB15291767",
    "91420200MAXX000153",
    "91420281MAXX000238",
    "92420281MAXX000310",
    "93420222MAXX0004X6",
    "114202000000004228",
    "124202000000004300",
    "51420202MJXX00018X",
    "52420204MJXX00026J",
    "81420203MJXX00034Y",
    "92141127MA0KD1Y64A",
  ])("%s is right", (code) => {
    expect(checkUscc(code)).toEqual({ valid: true, value: code, warnings: [] });
  });

  test.each([
    ["91420200MA48U2GX0K", "uscc-check-digit", "the last character does not belong to the others"],
    ["111111111111111111", "uscc-placeholder", "one character eighteen times is no code"],
    ["00000000000000000X", "uscc-placeholder", "the filler of the standard means no code"],
    ["000000000000000000", "uscc-placeholder", "zeros pass both check digits"],
    ["362322198709086409", "uscc-is-citizen-id", "an identity number that passes modulo 31"],
    ["420200000000012", "uscc-is-registration-number", "fifteen digits that check themselves"],
    ["00000000X", "uscc-length", "nine characters that do not check"],
    ["D2143569X", "uscc-is-organisation-code", "nine characters that check"],
    ["9.1E+17", "uscc-scientific-notation", "what a spreadsheet makes of a code"],
    ["91420200MAXX00015", "uscc-length", "seventeen characters"],
    ["9142O200MAXX000153", "uscc-alphabet", "a letter O for a zero"],
  ])("%s is refused as %s: %s", (code, reason) => {
    expect(reasonOf(code)).toBe(reason);
  });

  test("the refusal names length and character", () => {
    const short = checkUscc("914413226178669XB");
    const letter = checkUscc("9142O200MAXX000153");
    expect(!short.valid && short.message.zh).toBe("统一社会信用代码应为18位");
    expect(!letter.valid && letter.message.zh).toContain("不使用 I、O、S、V、Z");
  });

  test("a right last character over a wrong organisation code given since 2015 is refused", () => {
    const first17 = "91420200MAXX00016";
    expect(reasonOf(first17 + usccCheckCharacter(first17))).toBe("uscc-organisation-code");
  });

  test("first characters that do not occur are refused, pairs missing from the remembered table are warned of", () => {
    const build = (category: string): string => {
      const first17 = `${category}420200MAXX00015`;
      return first17 + usccCheckCharacter(first17);
    };
    expect(reasonOf(build("04"))).toBe("uscc-category");
    expect(checkUscc(build("94"))).toMatchObject({ valid: true, warnings: [{ code: "uscc-category" }] });
  });

  test("an unknown division is a warning and no fault", () => {
    const first17 = "91990000MAXX00015";
    const code = first17 + usccCheckCharacter(first17);
    expect(checkUscc(code)).toMatchObject({ valid: true, warnings: [{ code: "uscc-division" }] });
  });

  test("every substitution of one character is caught", () => {
    fc.assert(
      fc.property(validUscc, fc.nat(17), fc.constantFrom(...USCC_ALPHABET.split("")), (code, at, other) => {
        fc.pre(code.charAt(at) !== other);
        expect(checkUscc(code.slice(0, at) + other + code.slice(at + 1)).valid).toBe(false);
      }),
    );
  });

  test("every swap of two different neighbours is caught", () => {
    fc.assert(
      fc.property(validUscc, fc.nat(16), (code, at) => {
        fc.pre(code.charAt(at) !== code.charAt(at + 1));
        const swapped = code.slice(0, at) + code.charAt(at + 1) + code.charAt(at) + code.slice(at + 2);
        expect(checkUscc(swapped).valid).toBe(false);
      }),
    );
  });

  test("any text gets an answer", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 30 }), (text) => {
        const found = identify(text, "uscc");
        expect(found.valid || found.reason !== null).toBe(true);
      }),
    );
  });

  test("no identity number passes as a credit code", () => {
    const digits = fc.string({ unit: fc.constantFrom(..."0123456789".split("")), minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(fc.constantFrom("114202", "124202", "514203", "411102", "321112"), digits, (area, tail) => {
        const first17 = `${area}19870908${tail.slice(1)}`;
        const number = identify(first17 + "0", "citizen-id").value.slice(0, 17);
        const passing = "0123456789X"
          .split("")
          .filter((last) => isCitizenId(number + last) && checkUscc(number + last).valid);
        expect(passing).toEqual([]);
      }),
    );
  });
});

describe("repairs of credit codes", () => {
  test.each([
    ["9142O2OOMAXX000I53", "91420200MAXX000153"],
    ["91420200MAXX000158", "91420200MAXX000153"],
    ["91420200AMXX000153", "91420200MAXX000153"],
  ])("%s may be %s", (wrong, meant) => {
    expect(usccRepairs(wrong)[0]).toBe(meant);
  });

  test("every repair is a right code, none is the given one, and there are five at most", () => {
    fc.assert(
      fc.property(validUscc, fc.nat(17), fc.constantFrom(...USCC_ALPHABET.split(""), "O", "I"), (code, at, other) => {
        const wrong = code.slice(0, at) + other + code.slice(at + 1);
        const repairs = usccRepairs(wrong);
        expect(repairs.length).toBeLessThanOrEqual(5);
        for (const repair of repairs) expect(checkUscc(repair).valid && repair !== wrong).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  test("a right code and a number of a person get no repairs", () => {
    expect(identify("91420200MAXX000153").repairs).toEqual([]);
    expect(identify("11010519491231002X", "uscc").repairs).toEqual([]);
  });
});

describe.skipIf(!existsSync(REAL))(
  `real codes (${existsSync(REAL) ? "found" : "skipped: no MINGXIN_REAL_DATA"})`,
  () => {
    const lastColumn = (line: string): string => line.slice(line.lastIndexOf(",") + 1).trim();
    const names = (): string[] =>
      readFileSync(path.join(REAL, "names_china.csv"), "utf8").trim().split("\n").slice(1).map(lastColumn);

    test("all 21,000 are right; one carries an old organisation code that does not check, with a warning", () => {
      const judged = names().map((code) => ({ code, checked: checkUscc(code) }));
      const refused = judged.filter(({ checked }) => !checked.valid).map(({ code }) => code);
      const warned = judged.flatMap(({ code, checked }) =>
        checked.valid ? checked.warnings.map((warning) => `${code} ${warning.code}`) : [],
      );
      expect({ count: judged.length, refused, warned }).toEqual({
        count: 21_000,
        refused: [],
        warned: ["91140106959291145A uscc-organisation-code"],
      });
    });

    test("none of them looks like an identity number", () => {
      expect(names().filter((code) => checkCitizenId(code).valid)).toEqual([]);
    });

    test("of the 135 codes of the drug regulator 133 are right and two are refused by name of the rule", () => {
      const text = readFileSync(path.join(REAL, "licences_nmpa_2021.csv"), "utf8");
      const codes = [...text.matchAll(/^[^,\n]+,[^,\n]+,([0-9A-Z]{15,18}),/gmu)].map(([, code = ""]) => code);
      const refused = codes.map(reasonOf).filter((reason) => reason !== null);
      expect({ count: codes.length, refused: refused.toSorted() }).toEqual({
        count: 135,
        refused: ["uscc-is-registration-number", "uscc-length"],
      });
    });
  },
);
