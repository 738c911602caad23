import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newId, type SubjectId } from "../../../kernel/ids.ts";
import { foldName } from "../name.rules.ts";
import { splitName } from "../name-parts.rules.ts";
import { markMatch } from "./mark-match.rules.ts";
import { gramsAroundGap, gramsOfName, gramsWithOneFault, pairsOf, placeGram } from "./name-grams.rules.ts";
import { pinyinOf, readPinyin } from "./pinyin.rules.ts";
import { compareMatches, faultsWithin, judgeMatch, type Match } from "./rank-match.rules.ts";
import { parseSearch } from "./search-query.rules.ts";

const words = fc.array(fc.constantFrom(...Array.from("鑫宏泰达华盛恒源瑞丰润佳")), { minLength: 4, maxLength: 9 });

describe("the grams of a name", () => {
  test("hold the pairs of every part of its core, and its place", () => {
    fc.assert(
      fc.property(words, fc.nat(), fc.nat(), (word, from, length) => {
        const grams = new Set(gramsOfName(foldName(`黄石市${word.join("")}有限公司`)));
        const start = from % (word.length - 1);
        const part = word.slice(start, start + 2 + (length % (word.length - start))).join("");
        expect(pairsOf(part).every((gram) => grams.has(gram))).toBe(true);
        expect(grams.has(placeGram("黄石"))).toBe(true);
      }),
    );
  });
  test("are few: one more than the core has characters, and the place", () => {
    expect(gramsOfName("黄石市泰宏建材有限公司")).toHaveLength(6);
  });
  test("call a place the same with and without what it is", () => {
    expect(placeGram("下陆区")).toBe(placeGram("下陆"));
  });
  test("of a query with one wrong, missing, superfluous or swapped character find the name", () => {
    const faults = fc.constantFrom("wrong", "missing", "superfluous", "swapped");
    fc.assert(
      fc.property(words, faults, fc.nat(), (word, fault, place) => {
        const at = 1 + (place % (word.length - 2));
        const asked = [...word];
        if (fault === "wrong") asked[at] = "错";
        if (fault === "missing") asked.splice(at, 1);
        if (fault === "superfluous") asked.splice(at, 0, "错");
        if (fault === "swapped") asked.splice(at, 2, asked[at + 1] ?? "", asked[at] ?? "");
        const grams = new Set(gramsOfName(foldName(`${word.join("")}有限公司`)));
        const sets = gramsWithOneFault(asked.join(""), true);
        // A name of four characters of which three are in doubt has too little left to be found by.
        fc.pre(asked.length >= 5);
        expect(sets.some((set) => set.every((gram) => grams.has(gram)))).toBe(true);
      }),
    );
  });
  test("of a query whose parts stand apart find the name", () => {
    const grams = new Set(gramsOfName("鑫宏大东建材有限公司"));
    expect(gramsAroundGap("鑫宏建材").some((set) => set.every((gram) => grams.has(gram)))).toBe(true);
  });
});

describe("pinyin", () => {
  test("is kept as initials and syllables", () => {
    expect(pinyinOf("鑫源银行ABC")).toBe("xyyhabc xinyuanyinhangabc");
  });
  test.each([
    ["xinyuan", { initials: "xy", syllables: "xinyuan", place: null }],
    ["huangshi xinyuan", { initials: "xy", syllables: "xinyuan", place: "黄石" }],
    ["xinyu", { initials: "xy", syllables: "xinyu", place: null }],
    ["xy", { initials: "xy", syllables: "", place: null }],
    ["hsxy", { initials: "xy", syllables: "", place: "黄石" }],
    ["Xi'an", { initials: "xa", syllables: "xian", place: null }],
  ])("of %s is read", (text, reading) => {
    expect(readPinyin(text)).toContainEqual(reading);
  });
  test("is not read from anything but letters", () => {
    expect(readPinyin("鑫源")).toEqual([]);
    expect(readPinyin("a1b2")).toEqual([]);
  });
});

const candidate = (name: string) => {
  const folded = foldName(name);
  return { subjectId: newId<SubjectId>(), folded, core: splitName(folded).core, activity: 0 };
};
const reasonOf = (text: string, name: string): string | null => {
  const query = parseSearch(text);
  return query === null ? null : (judgeMatch(query, candidate(name), "name")?.reason ?? null);
};

describe("a name answers a query", () => {
  test.each([
    ["黄石市宏雅物业有限公司", "黄石市宏雅物业有限公司", "exact"],
    ["宏雅物业(黄石)有限公司", "宏雅物业（黄石）有限公司", "exact"],
    ["黄石宏雅物业有限责任公司", "宏雅物业（黄石）有限公司", "core"],
    ["宏雅物业有限", "黄石市宏雅物业有限公司", "core"],
    ["宏雅", "黄石市宏雅物业有限公司", "prefix"],
    ["黄石宏雅", "宏雅物业（黄石）有限公司", "prefix"],
    ["下陆宏雅", "下陆区宏雅物业有限公司", "prefix"],
    ["物业", "黄石市宏雅物业有限公司", "contains"],
    ["山西新材", "黄石市山西新材料厂", "prefix"],
    ["宏雅示例物业", "黄石市宏雅大东示例物业有限公司", "apart"],
    ["黄石市宏雅勿业有限公司", "黄石市宏雅物业有限公司", "similar"],
    ["黄石宏雅", "武汉宏雅物业有限公司", null],
    ["宏雅建材", "黄石市示例物业有限公司", null],
  ])("%s: %s is %s", (text, name, reason) => {
    expect(reasonOf(text, name)).toBe(reason);
  });
  test("counts the fewest faults", () => {
    expect(faultsWithin("宏雅物业", "黄石宏雅物业有限公司", 1)).toBe(0);
    expect(faultsWithin("宏雅勿业", "黄石宏雅物业有限公司", 1)).toBe(1);
    expect(faultsWithin("宏物雅业", "黄石宏雅物业有限公司", 1)).toBe(1);
    expect(faultsWithin("示例建材", "黄石宏雅物业有限公司", 2)).toBe(null);
  });
  test("in one total order: how it matches, then activity, then the shorter name", () => {
    const query = parseSearch("宏雅");
    const judge = (name: string, activity: number): Match | null =>
      query && judgeMatch(query, { ...candidate(name), activity }, "name");
    const matches = [judge("宏雅物业有限公司", 0), judge("宏雅建材厂", 3), judge("大宏雅厂", 9), judge("宏雅厂", 0)];
    const sorted = matches.filter((match) => match !== null).toSorted(compareMatches);
    expect(sorted.map((match) => match.folded)).toEqual(["宏雅厂", "宏雅建材厂", "宏雅物业有限公司", "大宏雅厂"]);
  });
});

describe("what answered is marked", () => {
  const marked = (text: string, name: string, reason: Parameters<typeof markMatch>[2]): string => {
    const marks = markMatch(text, name, reason);
    return marks.map(([from, to]) => name.slice(from, to)).join("|");
  };
  test.each([
    ["宏雅物业", "黄石市宏雅物业有限公司", "contains", "宏雅物业"],
    ["黄石宏雅", "宏雅物业（黄石）有限公司", "core", "宏雅|黄石"],
    ["宏雅物业黄石", "宏雅物业（黄石）有限公司", "prefix", "宏雅物业|黄石"],
    ["宏雅勿业", "宏雅物业有限公司", "similar", "宏雅|业"],
    ["huangshi hongya", "黄石市宏雅物业有限公司", "pinyin", "黄石|宏雅"],
    ["hywy", "黄石市宏雅物业有限公司", "pinyin", "宏雅物业"],
    ["91420200", "黄石市宏雅物业有限公司", "code", ""],
  ] as const)("%s in %s", (text, name, reason, parts) => {
    expect(marked(text, name, reason)).toBe(parts);
  });
  test("within the name, in order, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 12 }), fc.string({ unit: "grapheme" }), (text, name) => {
        const marks = markMatch(text, name, "similar").flat();
        expect(marks.every((at, index) => at >= (marks[index - 1] ?? 0) && at <= name.length)).toBe(true);
      }),
    );
  });
});
