import { afterAll, beforeAll, expect, test } from "vitest";
import { startCity, type Receipt, type TestCity } from "../city.ts";
import { inventedIdentityNumber, inventedUscc } from "../fixtures/report-files.ts";

/** Files by the standard of 2016, as archives and older systems still hold them. */
let city: TestCity;
beforeAll(async () => {
  city = await startCity();
});
afterAll(() => city.stop());

const line = (cells: readonly string[]): string => `${cells.map((cell) => `"${cell}"`).join(",")}\n`;
const LICENCE_KEYS =
  "XK_WSH XK_XMMC XK_SPLB XK_NR XK_XDR XK_XDR_SHXYM XK_XDR_ZDM XK_XDR_GSDJ XK_XDR_SWDJ XK_XDR_SFZ XK_FR XK_JDRQ XK_JZQ XK_XZJG XK_ZT DFBM SJC BZ".split(
    " ",
  );
const LICENCE_TITLES =
  "行政许可决定书文号 项目名称 审批类别 许可内容 行政相对人名称 代码_1（统一社会信用代码） 代码_2（组织机构代码） 代码_3（工商登记码） 代码_4（税务登记号） 代码_5（居民身份证号） 法定代表人姓名 许可决定日期 许可截止期 许可机关 当前状态 地方编码 数据更新时间戳 备注".split(
    " ",
  );
const PENALTY_KEYS =
  "CF_WSH CF_CFMC CF_CFLB1 CF_CFLB2 CF_SY CF_YJ CF_XDR_MC CF_XDR_SHXYM CF_XDR_ZDM CF_XDR_GSDJ CF_XDR_SWDJ CF_XDR_SFZ CF_FR CF_JG CF_JDRQ CF_XZJG CF_ZT DFBM SJC BZ GSQX CF_JZRQ".split(
    " ",
  );

const licence = (serial: number, state: string, identity = ""): string[] => [
  `黄环许〔2017〕${serial}号`,
  "排污许可（示例）",
  "普通",
  "准予排放（示例）",
  identity === "" ? `示例旧标准${serial}有限公司（示例）` : "张示例",
  identity === "" ? inventedUscc(800 + serial) : "",

  "",
  "",
  "",
  identity,
  identity === "" ? "示例人" : "",
  "2017-03-01",
  "2020-02-28",
  "黄石市环境保护局",
  state,
  "420200",
  "2017-03-02",
  "",
];
const penalty = (serial: number, state: string): string[] => [
  `黄环罚〔2017〕${serial}号`,
  "超标排放（示例）",
  "罚款",
  "",
  "超标排放废水（示例）",
  "《中华人民共和国水污染防治法》第八十三条",
  `示例旧标准处罚${serial}有限公司（示例）`,
  inventedUscc(850 + serial),

  "",
  "",
  "",
  "",
  "示例人",
  "罚款二万元",
  "2017-03-01",
  "黄石市环境保护局",
  state,
  "420200",
  "2017-03-02",
  "",
  "",
  "",
];

const SOURCE = { source: "standard-2016" };

test.each([
  ["keys", LICENCE_KEYS],
  ["Chinese headers", LICENCE_TITLES],
])("licences by the standard of 2016, with %s, go in by its profile and its own status list", async (name, header) => {
  const at = name === "keys" ? 0 : 20;
  const rows = [
    licence(at + 1, "0"),
    licence(at + 2, "1"),
    licence(at + 3, "2"),
    licence(at + 4, "0", inventedIdentityNumber(at)),
  ];
  const receipt = await city.report("administrative-licence", [header, ...rows].map(line).join(""), SOURCE);
  expect(receipt).toMatchObject({
    state: "done",
    counts: { rows: 4, accepted: 2, rejected: 1, review: 1, held: 1 },
  });
  const { errors } = await city.errors(receipt);
  expect(
    errors.filter((error) => error.severity === "error").map(({ row, code, field }) => [row, code, field]),
  ).toEqual([[4, "choice-not-transferable", "status"]]);
  const statusOf = async (serial: number): Promise<unknown> => {
    const uscc = inventedUscc(800 + at + serial);
    const { items } = await city.json<{ items: { recordId: string }[] }>(`/api/v1/subjects/${uscc}/records`);
    const record = await city.json<{ values: Record<string, unknown> }>(`/api/v1/records/${items[0]?.recordId}`);
    return record.values["status"];
  };
  expect([await statusOf(1), await statusOf(2)]).toEqual(["1", "2"]);
});

test("penalties by the standard of 2016 go in; revoked ones and those under objection do not", async () => {
  const rows = [penalty(1, "0"), penalty(2, "1"), penalty(3, "2"), penalty(4, "")];
  const receipt = await city.report("administrative-penalty", [PENALTY_KEYS, ...rows].map(line).join(""), SOURCE);
  expect(receipt).toMatchObject({ state: "done", counts: { rows: 4, accepted: 2, rejected: 2 } });
  const { causes } = await city.errors(receipt);
  expect(causes.find((cause) => cause.code === "penalty-not-in-force")).toMatchObject({ total: 2 });
});

test("without the profile nothing is guessed, and the remedy names it", async () => {
  const rows = [LICENCE_KEYS, licence(60, "1")].map(line).join("");
  const receipt: Receipt = await city.report("administrative-licence", rows);
  expect(receipt.counts).toMatchObject({ rows: 1, rejected: 1 });
  const { errors } = await city.errors(receipt);
  const proposing = errors
    .filter((error) => error.remedy.zh.includes("--source standard-2016"))
    .map((error) => error.code);
  expect(proposing).toEqual(expect.arrayContaining(["required-missing", "code-list-unclear"]));
});

test("a source's table whose header is not known is refused with the profile that reads it", async () => {
  const table =
    "企业名称,许可证编号,社会信用代码,许可项目,企业住所,生产地址,日常监督管理机构,isimport,xkType,a,b,c,d,e,f\n";
  const receipt = await city.report(
    "administrative-penalty",
    table.replace("企业名称", "厂名").replace("社会信用代码", "码"),
  );
  expect(receipt.refusal?.code).toBe("header-not-found");
  const licences = await city.report(
    "administrative-licence",
    `厂名,x,企业住所,生产地址,日常监督管理机构,isimport,y,z\n`,
  );
  expect(JSON.stringify(licences.refusal)).toContain("--source nmpa");
});
