import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../../../test/database.ts";
import { showInPublic } from "../../../../test/fixtures/public-subjects.ts";
import { newId, type BatchId, type SubjectId } from "../../../kernel/ids.ts";
import { parseLocalDate } from "../../../kernel/time.ts";
import { inScope } from "../../../platform/db/scope.ts";
import { insertNames, type NewName } from "../names.store.ts";
import { searchSubjects } from "./search-subjects.ts";

let database: TestDatabase;
const from = parseLocalDate("2026-01-05");
const renamed = newId<SubjectId>();

const named = (name: string, more: Partial<NewName> = {}): NewName => {
  if (!from) throw new Error("unreachable");
  const subjectId = newId<SubjectId>();
  return { subjectId, name, uscc: null, kind: "organization", from, registeredFrom: null, searchable: true, ...more };
};

const NAMES: readonly NewName[] = [
  named("黄石市宏雅示例物业有限公司", { uscc: "91420200MAXX000011" }),
  named("宏雅示例物业（黄石）有限公司"),
  named("武汉宏雅示例物业有限公司"),
  named("大冶市鑫源示例有色金属厂"),
  named("下陆区同和示例建材经营部"),
  named("阳新县百川示例种植专业合作社"),
  named("黄石ABC示例科技股份有限公司"),
  named("示例石油有限公司湖北黄石金海加油站"),
  named("黄石市金璨示例工作室"),
  named("黄石市旧名示例有限公司", { subjectId: renamed }),
  named("黄石市新名示例有限公司", {
    subjectId: renamed,
    from: parseLocalDate("2026-06-01") ?? undefined,
  } as Partial<NewName>),
  named("张示例", { kind: "sole_trader", searchable: false, uscc: "92420200MAXX00002A" }),
  ...Array.from({ length: 25 }, (_, at) => named(`黄石市群山示例${String.fromCodePoint(0x4e00 + at)}商贸有限公司`)),
];

beforeAll(async () => {
  database = await createTestDatabase();
  await inScope(database.app, (tx) => insertNames(tx, NAMES, newId<BatchId>()));
  await showInPublic(database.admin);
  await inScope(database.app, (tx) => insertNames(tx, [named("大冶市无公示示例有限公司")], newId<BatchId>()));
});
afterAll(() => database.drop());

const find = async (text: string): Promise<string[]> =>
  (await searchSubjects(database.publicRead, text, null, 10)).hits.map((hit) => hit.name);

test("nobody is found of whom nothing is public today", async () => {
  expect(await find("无公示")).toEqual([]);
  expect(await find("大冶市无公示示例有限公司")).toEqual([]);
});

describe("a name is found", () => {
  test.each([
    ["in full", "黄石市宏雅示例物业有限公司", "黄石市宏雅示例物业有限公司"],
    ["by its word", "宏雅", "黄石市宏雅示例物业有限公司"],
    ["by word and the start of the trade", "宏雅示例物", "黄石市宏雅示例物业有限公司"],
    ["by its beginning", "黄石市宏雅示", "黄石市宏雅示例物业有限公司"],
    ["with one wrong character", "黄石市宏雅示例勿业有限公司", "黄石市宏雅示例物业有限公司"],
    ["with a wrong character in the place", "黄右市宏雅示例物业有限公司", "黄石市宏雅示例物业有限公司"],
    ["without legal form", "黄石市宏雅示例物业", "黄石市宏雅示例物业有限公司"],
    ["while the legal form is typed", "宏雅示例物业有限公", "黄石市宏雅示例物业有限公司"],
    ["with other brackets", "宏雅示例物业(黄石)有限公司", "宏雅示例物业（黄石）有限公司"],
    ["with the place where it does not stand", "黄石宏雅", "宏雅示例物业（黄石）有限公司"],
    ["by a county without what it is", "下陆同和", "下陆区同和示例建材经营部"],
    ["in traditional characters", "大冶鑫源示例有色金屬廠", "大冶市鑫源示例有色金属厂"],
    ["by two characters from its middle", "有色", "大冶市鑫源示例有色金属厂"],
    ["by parts that stand apart", "鑫源有色", "大冶市鑫源示例有色金属厂"],
    ["by one rare character", "璨", "黄石市金璨示例工作室"],
    ["by one common character from its middle", "属", "大冶市鑫源示例有色金属厂"],
    ["by pinyin with its place", "daye xinyuan", "大冶市鑫源示例有色金属厂"],
    ["by initials with its place", "dyxy", "大冶市鑫源示例有色金属厂"],
    ["by Latin letters", "abc示例", "黄石ABC示例科技股份有限公司"],
    ["by the beginning of its code", "91420200MAXX", "黄石市宏雅示例物业有限公司"],
    ["by a branch's own name", "金海加油站", "示例石油有限公司湖北黄石金海加油站"],
    ["by the word and a form left out in between", "百川示例合作社", "阳新县百川示例种植专业合作社"],
  ])("%s: %s", async (_how, text, name) => {
    expect(await find(text)).toContain(name);
  });
  test("as it is called today, when it was looked for by its former name", async () => {
    const { hits } = await searchSubjects(database.publicRead, "旧名示例", null, 10);
    expect(hits[0]).toMatchObject({ name: "黄石市新名示例有限公司", matchedName: "黄石市旧名示例有限公司" });
    expect(hits).toHaveLength(1);
  });
});

describe("nobody is found", () => {
  test.each(["张示例", "张", "张示", "zhangshili", "zsl", "张示列例"])("by the name of a person: %s", async (text) => {
    expect(await find(text)).not.toContain("张示例");
  });
  test("in another place than the one that was named, nor by nothing", async () => {
    expect(await find("黄石宏雅")).not.toContain("武汉宏雅示例物业有限公司");
    expect(await find("（）")).toEqual([]);
    expect(await find("%_\\")).toEqual([]);
  });
});

test("pages follow one another without a gap or a repetition, and an unreadable cursor is refused", async () => {
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page = await searchSubjects(database.publicRead, "黄石", cursor, 7);
    seen.push(...page.hits.map((hit) => hit.subjectId));
    cursor = page.next;
  } while (cursor !== null);
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.length).toBeGreaterThanOrEqual(30);
  const first = await searchSubjects(database.publicRead, "黄石", null, 7);
  await expect(searchSubjects(database.publicRead, "黄石", "nonsense", 7)).rejects.toThrow("http/unreadable-cursor");
  expect(first.total.relation).toBe("gte");
});
