import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startCity, type TestCity } from "../city.ts";
import { inventedUscc, reportCsv } from "../fixtures/report-files.ts";
import { signedInAs, type Visitor } from "../fixtures/signed-in.ts";
import { deskFaultsOf } from "./axe.ts";
import { openBrowser } from "./browser.ts";
import { openDeskAs, type Look } from "./desk-session.ts";

const ITEM = "administrative-licence";
const NAMES = { "hs-ecology": "黄石市生态环境局", "hs-water": "黄石市水利和湖泊局" };

let city: TestCity;
let browser: Browser;
let reporter: Visitor;
let reviewer: Visitor;
let operator: Visitor;
beforeAll(async () => {
  [city, browser] = await Promise.all([startCity(), openBrowser()]);
  reporter = await signedInAs(city, "reporter");
  reviewer = await signedInAs(city, "reviewer");
  operator = await signedInAs(city, "operator");
  const rows = [
    ...numbered("hs-ecology", "黄环许", [1, 2, 3, 4, 6, 7, 8, 11, 12, 13, 14, 16, 17, 18, 19, 20]),
    ...numbered("hs-ecology", "黄环备", [5]),
    ...numbered("hs-water", "黄水许", [1, 2, 3, 5, 6, 7, 8]),
  ];
  await city.report(ITEM, reportCsv(ITEM, rows));
  for (;;) {
    const { body } = await operator.ask("GET", "/omissions/series");
    if ((body as { items: unknown[] }).items.length === 2) break;
    await new Promise((resolve) => setImmediate(resolve));
  }
}, 120_000);
afterAll(async () => {
  await browser.close();
  await city.stop();
});

function numbered(body: keyof typeof NAMES, words: string, numbers: readonly number[]) {
  return numbers.map((number) => ({
    uscc: inventedUscc(960_000 + number * 10 + (body === "hs-water" ? 1 : words === "黄环备" ? 2 : 0)),
    documentNumber: `${words}〔2026〕${number}号`,
    decisionDate: `2026-03-${String(number + 1).padStart(2, "0")}`,
    validFrom: "2026-03-25",
    sourceName: NAMES[body],
  }));
}

const openDesk = (path: string, visitor: Visitor, look: Partial<Look> = {}): Promise<Page> =>
  openDeskAs(browser, city, path, visitor, { width: 1280, ...look });

test("a reporter confirms a series, answers a range by one key and a single number in words that a reviewer agrees to", async () => {
  const page = await openDesk("/omissions", reporter);
  await page.getByRole("link", { name: "黄环许〔2026〕20号" }).click();
  await page.getByRole("heading", { name: "黄环许〔2026〕20号", level: 1 }).waitFor();
  expect(await page.locator(".facts").first().textContent()).toContain("黄环许〔年份〕序号号");
  await page.getByRole("img", { name: "2026 年：1–20，在库 16 个，缺 4 个" }).waitFor();
  // Before it is confirmed nothing can be answered.
  expect(await page.getByRole("checkbox", { name: "黄环许〔2026〕5号" }).count()).toBe(0);
  await page.getByRole("button", { name: "是本单位的序列" }).click();
  await page.getByText("缺少的 4 个文号在期限届满后成为提问").waitFor();
  await page.getByLabel("理由").fill("本局许可文号");
  await page.getByRole("button", { name: "确认是本单位的序列" }).click();

  const range = page.getByRole("checkbox", { name: "黄环许〔2026〕9号 至 黄环许〔2026〕10号" });
  await range.focus();
  await page.keyboard.press("Space");
  await page.getByText("已选 2 个文号").waitFor();
  await page.keyboard.press("2");
  await page.getByText("已说明 2 个文号：跳号。").waitFor();
  await range.waitFor({ state: "detached" });

  await page.getByRole("checkbox", { name: "黄环许〔2026〕5号" }).check();
  await page.getByRole("button", { name: /文号作废/ }).click();
  await page.getByText("须由复核员确认后生效").waitFor();
  expect(await page.getByRole("button", { name: "确认说明" }).isDisabled()).toBe(true);
  await page.getByLabel("情况说明").fill("编号后文书作废，见登记簿");
  await page.keyboard.press("Enter");
  await page.getByText("1 个文号的说明“文号作废”已提交").waitFor();
  await page.getByRole("row", { name: /黄环许〔2026〕5号.*待复核/ }).waitFor();
  await page.context().close();

  const other = await openDesk("/omissions", reviewer);
  const waiting = other.getByRole("row", { name: /2026 年第 5 号：文号作废/ });
  await waiting.getByRole("button", { name: "同意", exact: true }).click();
  await other.getByLabel("理由").fill("已核对登记簿");
  await other.getByRole("button", { name: "确认同意" }).click();
  await other.getByText("没有等待确认的事项").waitFor();
  await other.getByRole("link", { name: "黄环许〔2026〕20号" }).click();
  const answers = other.getByRole("table", { name: "说明记录" });
  await answers.waitFor();
  expect(await answers.getByRole("row").nth(1).textContent()).toMatch(/2026 · 5文号作废编号后文书作废，见登记簿有效✓/);
  // Only the body's reporter takes an answer back.
  expect(await answers.getByRole("button", { name: "撤销" }).count()).toBe(0);
  await other.context().close();
});

test("a month's count is stated, signed and compared, and asks for the last number", async () => {
  const page = await openDesk("/omissions", reporter);
  const form = page.getByRole("form", { name: "申报一个月" });
  const month = form.getByLabel("月份", { exact: true });
  await month.click();
  await month.fill("2026-03");
  await page.getByRole("option", { name: "2026-03" }).waitFor({ state: "attached" });
  await page.keyboard.press("Enter");
  await form.getByLabel("作出的决定数").fill("18");
  await form.getByLabel("最大文号（多个用分号隔开）").fill("黄环许〔2026〕21号");
  await form.getByRole("button", { name: "提交，由复核员签认" }).click();
  await page.getByText("2026-03 的申报已提交").waitFor();
  await page.context().close();

  const other = await openDesk("/omissions", reviewer);
  await other
    .getByRole("row", { name: /2026-03 行政许可 18 件/ })
    .getByRole("button", { name: "同意", exact: true })
    .click();
  await other.getByLabel("理由").fill("与登记簿一致");
  await other.getByRole("button", { name: "确认同意" }).click();
  await other.getByText("没有等待确认的事项").waitFor();
  await other.getByLabel("月份范围").click();
  await other.getByRole("option", { name: "全部" }).waitFor({ state: "attached" });
  await other.keyboard.press("ArrowDown");
  await other.keyboard.press("Enter");
  await other.getByRole("row", { name: /2026-03.*申报多 1 件/ }).waitFor();
  await other.getByRole("link", { name: "黄环许〔2026〕20号" }).click();
  const last = other.getByRole("row", { name: /黄环许〔2026〕21号.*申报的最大号之内/ });
  await last.waitFor();
  expect(await last.textContent()).toContain("逾期未说明");
  await other.context().close();
});

test("the credit office sees all bodies, confirms a series, and is offered no answer in a body's name", async () => {
  const page = await openDesk("/omissions", operator);
  const row = page.getByRole("row", { name: /水利和湖泊局/ });
  await row.waitFor();
  expect(await row.textContent()).toContain("1 个序列待确认");
  expect(await page.getByRole("row", { name: /生态环境局/ }).textContent()).toContain("逾期未说明");
  await row.getByRole("link").click();
  await page.getByRole("link", { name: "黄水许〔2026〕8号" }).click();
  await page.getByRole("button", { name: "是本单位的序列" }).click();
  await page.getByLabel("理由").fill("与发文目录一致");
  await page.getByRole("button", { name: "确认是本单位的序列" }).click();
  await page.getByText("已确认").waitFor();
  expect(await page.getByRole("checkbox").count()).toBe(0);
  expect(await page.getByRole("row", { name: /黄水许〔2026〕4号/ }).textContent()).toContain("逾期未说明");
  await page.context().close();
});

// Between them both languages, both themes, a desktop and a phone.
const LOOKS = [
  { language: "en", colorScheme: "light", width: 1280 },
  { language: "zh", colorScheme: "dark", width: 390 },
] as const;

test("axe finds nothing on the screens of missing numbers, in either language and theme, wide and narrow", async () => {
  const { body } = await reporter.ask("GET", "/omissions/series");
  const [series] = (body as { items: { seriesId: string }[] }).items;
  const places = [
    [operator, ["/omissions", "/omissions/series/unknown"]],
    [reporter, ["/omissions", `/omissions/series/${series?.seriesId}`]],
  ] as const;
  const faults: string[] = [];
  for (const { language, colorScheme, width } of LOOKS)
    for (const [at, [visitor, paths]] of places.entries()) {
      const page = await openDesk("/catalogue", visitor, { width, language, colorScheme, bypassCSP: true });
      for (const path of paths) {
        await page.goto(`${city.base}/desk${path}`);
        await page.locator("h1").waitFor();
        await page.waitForLoadState("networkidle");
        const found = await deskFaultsOf(page);
        const folder = process.env["SCREENSHOTS"];
        const name = `${folder}/${at}-${path.length}-${language}-${width}.png`;
        if (folder !== undefined) await page.screenshot({ path: name, fullPage: true });
        faults.push(...found.map((fault) => `${path} ${language} ${colorScheme} ${width}: ${fault}`));
      }
      await page.context().close();
    }
  expect(faults).toEqual([]);
}, 180_000);
