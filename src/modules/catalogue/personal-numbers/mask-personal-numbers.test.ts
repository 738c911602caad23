import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { maskPersonalNumbers } from "./mask-personal-numbers.ts";

describe("numbers of persons in a free text are masked", () => {
  test.each([
    [
      "当事人张某（身份证号：11010519491231002X）售卖",
      "identity-number",
      "当事人张某（身份证号：11**************2X）售卖",
    ],
    ["负责人李某，440524188001010014，", "identity-number", "负责人李某，44**************14，"],
    ["李某身份证４４０５２４１８８００１０１００１４。", "identity-number", "李某身份证４４**************１４。"],
    ["李某身份证号码110105 19491231 002x", "identity-number", "李某身份证号码11****************2x"],
    ["公民身份号码440524188001010013", "identity-number", "公民身份号码44**************13"],
    ["当事人440524188001010013在", "identity-number", "当事人44**************13在"],
    ["王某（110105491231002）", "identity-number", "王某（11***********02）"],
    ["联系电话13800138000", "telephone", "联系电话13*******00"],
    ["提交身份证及手机13800138000", "telephone", "提交身份证及手机13*******00"],
    ["第二次拨打13800138000无人接听", "telephone", "第二次拨打13*******00无人接听"],
    ["许可证持有人张某13800138000", "telephone", "许可证持有人张某13*******00"],
    ["致电138-0013-8000投诉", "telephone", "致电13*********00投诉"],
    ["+86 13800138000", "telephone", "+8***********00"],
    ["经13800138000核实", "telephone", "经13*******00核实"],
    ["手机：１３８００１３８０００", "telephone", "手机：１３*******００"],
    ["值班0714-6512345", "telephone", "值班07********45"],
    ["（0714）6512345", "telephone", null],
    ["电话6512345转3", "telephone", "电话*******转3"],
    ["汇入6222021234567890128", "account-number", null],
    ["（6222021234567890128）", "account-number", null],
    ["账号17 5801 0104 0001 234", "account-number", null],
    ["收款账户：农行黄石支行，卡号6228 4800 1234 5678 901", "account-number", null],
    ["ID440524188001010014", "identity-number", null],
    ["第440524188001010014号", "identity-number", "第44**************14号"],
    ["编号：440524188001010014", "identity-number", null],
    ["身份证4405 2418 8001 0100 14", "identity-number", null],
    ["440524-18800101-0014", "identity-number", null],
    ["身份证4202 2219 9001 0112 34", "identity-number", null],
    ["身份证四四〇五二四一八八〇〇一〇一〇〇一四", "identity-number", null],
    ["税号44052418800101001401", "identity-number", null],
    ["138-071-51234", "telephone", "13*********34"],
    ["1380-715-1234", "telephone", null],
    ["电话一三八〇七一五一二三四", "telephone", "电话一三*******三四"],
    ["TEL13807151234", "telephone", "TEL13*******34"],
    ["8613807151234", "telephone", null],
    ["0714-651-2345", "telephone", null],
    ["QQ：12345678", "account-number", "QQ：12****78"],
    ["ＱＱ1234567", "account-number", null],
  ])("%s", (text, kind, expected) => {
    const masked = maskPersonalNumbers(text);
    expect(masked.found).toEqual([{ kind, count: 1 }]);
    expect(masked.text).toHaveLength(text.length);
    expect(masked.text).toContain("***");
    expect(masked.text).toBe(expected ?? masked.text);
  });

  test.each([
    ["电话13807151234/13907151234", "电话13*******34/13*******34"],
    ["13807151234-13907151234", "13*******34-13*******34"],
    ["13807151234、13907151234", "13*******34、13*******34"],
    ["电话6512345、6512346", "电话*******、*******"],
    ["440524188001010014/11010519491231002X", "44**************14/11**************2X"],
  ])("both numbers of %s", (text, expected) => {
    const masked = maskPersonalNumbers(text);
    expect(masked.text).toBe(expected);
    expect(masked.found).toMatchObject([{ count: 2 }]);
  });

  test("several of several kinds are told by kind with their counts", () => {
    const masked = maskPersonalNumbers("张某440524188001010014、李某11010519491231002X，电话13800138000。");
    expect(masked.found).toEqual([
      { kind: "identity-number", count: 2 },
      { kind: "telephone", count: 1 },
    ]);
  });
});

describe("other numbers stay as they are", () => {
  test.each([
    "黄环罚〔2017〕1号",
    "鄂黄市监处罚〔2026〕138001380001号",
    "统一社会信用代码91420200MAXX000153的企业",
    "统一社会信用代码：914202007000000000",
    "信用代码114202000000004228",
    "注册号420200000000012",
    "420281600000017",
    "许可证编号JY14202020012345",
    "建字第420281202001010012号",
    "施工许可证420281202001010101",
    "罚款13800138000元",
    "货值13800138000.50元",
    "违法所得1380013.80元，罚款人民币20000元整",
    "2026年5月8日至2026-06-08",
    "2019-01-01 2020-01-01",
    "20260508123000",
    "生产批号15020190101",
    "条码6901234567892",
    "依据第四十八条第2款、GB 2760-2014",
    "鄂B12345，车架号LSVAA4182E2184847",
    "第13800138000号",
    "许可证编号YB13812345678",
    "GB/T 1500-2020",
    "二〇二六年五月八日至二〇二七年五月七日",
    "第一千二百三十四条第五款、第六十七条第八款",
    "2026-05-08 2027-05-07",
    "1 500 000元",
    "13800138000.50",
    "电话费3000000元",
    "账户余额12345678元",
    "电话核实于2026-05-08",
    "东经115.0389012度，北纬30.2012345度",
    "发票号码12345678，代码042001900111",
    "",
  ])("%s", (text) => {
    expect(maskPersonalNumbers(text)).toEqual({ text, found: [] });
  });
});

describe("masking", () => {
  test("keeps the length of any text, and a second time changes nothing", () => {
    const part = fc.oneof(
      fc.string({ unit: "binary", maxLength: 12 }),
      fc.constantFrom(
        "身份证",
        "电话",
        "账号",
        "第",
        "号",
        "元",
        "11010519491231002X",
        "13800138000",
        "6222021234567890128",
      ),
      fc.nat().map(String),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const text = parts.join("");
        const once = maskPersonalNumbers(text);
        expect(once.text).toHaveLength(text.length);
        expect(maskPersonalNumbers(once.text).text).toBe(once.text);
      }),
    );
  });

  test("a right identity number is masked whatever stands around it, in any width and with any gap", () => {
    const sign = fc.constantFrom(
      "",
      "第",
      "号",
      "编号：",
      "罚款",
      "元",
      "/",
      "ID",
      "X",
      "（",
      "）",
      "。",
      "：",
      "证书",
    );
    const gap = fc.constantFrom("", " ", "-", "\u3000", " - ");
    fc.assert(
      fc.property(sign, sign, gap, fc.boolean(), fc.nat(998), (before, after, between, wide, serial) => {
        const number = identityNumber(serial);
        const groups = [number.slice(0, 6), number.slice(6, 14), number.slice(14)].join(between);
        const shown = wide
          ? groups.replaceAll(/[0-9X]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0))
          : groups;
        // An X next to the number is its last sign or another word's; both readings hide the rest.
        const masked = maskPersonalNumbers(`${before}${shown}${after}`).text.normalize("NFKC");
        fc.pre(!(after === "X" || (after === "ID" && number.endsWith("X"))));
        expect(masked.replaceAll(/\D/g, "")).not.toContain(number.slice(2, 16));
      }),
    );
  });

  test("a plain text costs no more than a look at each sign", () => {
    expect(maskPersonalNumbers("经查，2026年5月8日检查发现配电箱未接地，罚款2000元".slice(0, 20)).found).toEqual([]);
    for (const text of [
      "1".repeat(100_000),
      "1 ".repeat(50_000),
      "1-2/3".repeat(20_000),
      "电话".repeat(50_000),
      "身份证1 ".repeat(20_000),
    ])
      expect(maskPersonalNumbers(text).text).toHaveLength(text.length);
  });

  test("reads a long text of digits in bounded time", () => {
    const text = "1 2-3".repeat(20_000);
    expect(maskPersonalNumbers(text).text).toHaveLength(text.length);
  });
});

/** A right number of an area that was never assigned (GB 11643). */
function identityNumber(serial: number): string {
  const first17 = `99010119900101${String(serial).padStart(3, "0")}`;
  const sum = [...first17].reduce((total, one, at) => total + Number(one) * (2 ** (17 - at) % 11), 0);
  return first17 + ("10X98765432"[sum % 11] ?? "");
}
