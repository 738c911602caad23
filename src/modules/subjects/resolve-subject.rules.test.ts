import { describe, expect, test } from "vitest";
import { newId, type SubjectId } from "../../kernel/ids.ts";
import { dayNumber, parseLocalDate, type LocalDate } from "../../kernel/time.ts";
import { nameHistory, namesValidOn, type PublicName } from "./name-history.rules.ts";
import { foldName } from "./name.rules.ts";
import { resolveSubject, type KnownName, type KnownSubject } from "./resolve-subject.rules.ts";

function day(text: string): LocalDate {
  const parsed = parseLocalDate(text);
  if (!parsed) throw new Error(text);
  return parsed;
}

type Dated = readonly [name: string, from: string, registeredFrom?: string];

function subject(...names: readonly Dated[]): KnownSubject {
  const known = names.map(([name, from, registered]): [string, KnownName] => {
    const folded = foldName(name);
    return [
      folded,
      {
        folded,
        from: day(from),
        fromDay: dayNumber(day(from)),
        registeredFrom: registered === undefined ? null : day(registered),
      },
    ];
  });
  return { subjectId: newId<SubjectId>(), names: new Map(known) };
}

const CODE = "91420200MAXX000153";
const renamed = subject(
  ["黄石示例矿业有限公司", "2012-03-01", "2015-03-01"],
  ["黄石示例新材料有限公司", "2020-06-01", "2020-06-01"],
);
const by = (name: string, on: string, known: KnownSubject | null, uscc: string | null = CODE) =>
  resolveSubject(
    { uscc, folded: foldName(name), on: () => day(on) },
    known,
    uscc === null && known ? [known] : [],
    false,
  );

describe("attachment by a valid code", () => {
  test("makes a subject of a code nobody has", () => {
    expect(by("黄石示例矿业有限公司", "2024-01-01", null)).toMatchObject({ kind: "new", subjectKind: "organization" });
  });
  test.each([
    ["the current name", "黄石示例新材料有限公司", "2024-01-01"],
    ["a spelling of the current name", "示例新材料有限责任公司", "2024-01-01"],
    ["the name of its day", "黄石示例矿业有限公司", "2018-01-01"],
    ["a spelling of the name of its day", "黄石示例矿业有限责任公司", "2018-01-01"],
    ["exactly the former name after the change", "黄石示例矿业有限公司", "2024-01-01"],
    ["exactly the later name before the change", "黄石示例新材料有限公司", "2018-01-01"],
  ])("takes %s", (_what, name, on) => {
    expect(by(name, on, renamed)).toMatchObject({ kind: "known", by: "code" });
  });
  test.each([
    ["another name", "黄石示例建材有限公司", "2024-01-01"],
    ["a mere spelling of the former name after the change", "黄石示例矿业有限责任公司", "2024-01-01"],
    ["a branch", "黄石示例新材料有限公司大冶分公司", "2024-01-01"],
  ])("never trusts the code against %s", (_what, name, on) => {
    expect(by(name, on, renamed)).toEqual({ kind: "review", reason: "name-contradicts-code" });
  });
  test("lets a registration bring another name", () => {
    const claim = { uscc: CODE, folded: "黄石示例建材有限公司", on: () => day("2024-01-01") };
    expect(resolveSubject(claim, renamed, [], true)).toMatchObject({ kind: "known", by: "registration" });
  });
});

describe("attachment without a code", () => {
  test("needs another number and exactly the name of the day", () => {
    expect(by("黄石示例矿业有限公司", "2018-01-01", renamed, null)).toMatchObject({
      kind: "known",
      by: "other-identifier",
    });
    expect(by("黄石（示例）新材料 有限公司", "2024-01-01", renamed, null)).toMatchObject({ kind: "known" });
  });
  test.each([
    ["a spelling of it", "黄石示例新材料有限责任公司", "2024-01-01"],
    ["a former name after the change", "黄石示例矿业有限公司", "2024-01-01"],
    ["a later name before the change", "黄石示例新材料有限公司", "2018-01-01"],
  ])("waits with %s", (_what, name, on) => {
    expect(by(name, on, renamed, null)).toEqual({ kind: "review", reason: "no-code" });
  });
  test("waits without any number, and with a number that several have", () => {
    const claim = { uscc: null, folded: "黄石示例新材料有限公司", on: () => day("2024-01-01") };
    expect(resolveSubject(claim, null, [], false)).toMatchObject({ kind: "review" });
    const twin = subject(["黄石示例新材料有限公司", "2020-06-01"]);
    expect(resolveSubject(claim, null, [renamed, twin], false)).toMatchObject({ kind: "review" });
  });
});

describe("names in time", () => {
  const valid = (known: KnownSubject, on: string) =>
    namesValidOn(known.names.values(), day(on))
      .map((name) => name.folded)
      .toSorted();
  test("follow the registrations", () => {
    expect(valid(renamed, "2019-12-31")).toEqual(["黄石示例矿业有限公司"]);
    expect(valid(renamed, "2020-06-01")).toEqual(["黄石示例新材料有限公司"]);
    expect(valid(renamed, "2010-01-01")).toEqual(["黄石示例矿业有限公司"]);
  });
  test("count a reported name where it was first seen, and before the first registration", () => {
    const reported = subject(["示例甲厂", "2011-01-01"], ["示例乙厂", "2016-01-01", "2016-01-01"]);
    expect(valid(reported, "2014-01-01")).toEqual(["示例乙厂", "示例甲厂"]);
    expect(valid(reported, "2016-01-02")).toEqual(["示例乙厂"]);
  });
  const published = (...names: readonly Dated[]) => {
    const known = [...subject(...names).names.values()];
    const history = nameHistory(known.map((name, at): PublicName => ({ ...name, name: names[at]?.[0] ?? "" })));
    return [
      history?.current.name,
      ...(history?.former ?? []).map(({ name, until }) => `${name} ${until ?? ""}`.trim()),
    ];
  };
  test("of a renamed firm are the newest registration and the former one until then", () => {
    expect(
      published(["示例甲有限公司", "2012-01-01", "2012-01-01"], ["示例乙有限公司", "2020-06-01", "2020-06-01"]),
    ).toEqual(["示例乙有限公司", "示例甲有限公司 2020-06-01"]);
  });
  test("know a firm that took its old name again by that name", () => {
    expect(
      published(["示例甲有限公司", "2012-01-01", "2022-01-01"], ["示例乙有限公司", "2020-06-01", "2020-06-01"])[0],
    ).toBe("示例甲有限公司");
  });
  test("prefer a registration to later reports, and call no spelling a former name", () => {
    expect(published(["示例甲有限公司", "2012-01-01", "2012-01-01"], ["示例甲有限责任公司", "2023-01-01"])).toEqual([
      "示例甲有限公司",
    ]);
    expect(published(["示例甲有限公司", "2012-01-01"], ["示例甲有限责任公司", "2023-01-01"])).toEqual([
      "示例甲有限责任公司",
    ]);
  });
});
