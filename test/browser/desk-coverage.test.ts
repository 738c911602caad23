import { sql } from "kysely";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addMonths, systemClock } from "../../src/kernel/time.ts";
import { startCity, type TestCity } from "../city.ts";
import { inventedUscc, reportCsv } from "../fixtures/report-files.ts";
import { signedInAs, type Visitor } from "../fixtures/signed-in.ts";
import { deskFaultsOf } from "./axe.ts";
import { openBrowser } from "./browser.ts";
import { openDeskAs, type Look } from "./desk-session.ts";

const LICENCE = "administrative-licence";
const BODY = "hs-ecology";
const month = (back: number): string => addMonths(systemClock.today(), -back).slice(0, 7);
const CELL = `/coverage/cell?item=${LICENCE}&body=${BODY}&period=${month(2)}`;

let city: TestCity;
let browser: Browser;
let reporter: Visitor;
let reviewer: Visitor;
let operator: Visitor;
let sample = "";
beforeAll(async () => {
  [city, browser] = await Promise.all([startCity(), openBrowser()]);
  const rows = [1, 2, 3].map((serial) => ({
    subjectName: `示例矩阵${serial}有限公司（示例）`,
    uscc: inventedUscc(5000 + serial),
    documentNumber: `黄环许〔2026〕5${serial}号`,
    decisionDate: `${month(1)}-05`,
    validFrom: `${month(1)}-05`,
    validTo: "2099-12-31",
  }));
  await city.report(LICENCE, reportCsv(LICENCE, rows));
  reporter = await signedInAs(city, "reporter", BODY);
  reviewer = await signedInAs(city, "reviewer", BODY);
  operator = await signedInAs(city, "operator");
  const wanted = { item: LICENCE, body: BODY, from: month(1), to: month(1), size: 2 };
  sample = ((await operator.ask("POST", "/samples", wanted)).body as { sampleId: string }).sampleId;
}, 120_000);
afterAll(async () => {
  await browser.close();
  await city.stop();
});

const open = (path: string, who: Visitor, look: Partial<Look> = {}): Promise<Page> =>
  openDeskAs(browser, city, path, who, { width: 1280, ...look, bypassCSP: true });

/** Chooses in a field with a list, by its label. */
async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole("combobox", { name: label, exact: true }).first().click();
  await page.locator(".ant-select-item-option", { hasText: option }).first().click();
}

test.each([
  { width: 1280, language: "zh", colorScheme: "light" },
  { width: 390, language: "en", colorScheme: "dark" },
] as const)(
  "axe finds nothing on any screen of coverage, %o",
  async (look) => {
    const faults: string[] = [];
    const screens = [
      ["/coverage", operator],
      [CELL, reporter],
      ["/coverage/monthly", operator],
      [`/coverage/monthly/${BODY}/${month(2)}`, reporter],
      ["/coverage/samples", operator],
      [`/coverage/samples/${sample}`, operator],
      ["/report", reporter],
    ] as const;
    const pages = new Map<Visitor, Page>();
    for (const [path, who] of screens) {
      const page = pages.get(who) ?? (await open(path, who, look));
      pages.set(who, page);
      if (!page.url().endsWith(path)) await page.goto(`${city.base}/desk${path}`);
      await page.locator("h1").waitFor();
      await page.waitForLoadState("networkidle");
      const found = await deskFaultsOf(page);
      faults.push(...found.map((fault) => `${path}: ${fault}`));
    }
    for (const page of pages.values()) await page.context().close();
    expect(faults).toEqual([]);
  },
  120_000,
);

test("by keyboard from cell to cell of the matrix to what is missing, which is stated as zero, and taken back", async () => {
  const page = await open("/coverage", reporter);
  const cells = page.locator("tr[data-row]").first().locator("td");
  await cells.filter({ hasText: "缺报" }).first().waitFor();
  await cells
    .nth((await cells.count()) - 2)
    .getByRole("link")
    .focus();
  expect(await page.locator(":focus").textContent()).toContain("已报");
  await page.keyboard.press("ArrowLeft");
  expect(await page.locator(":focus").textContent()).toContain("缺报");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/coverage\/cell/);
  await choose(page, "理由", "有在办事项");
  await page.getByRole("button", { name: "作零报告" }).click();
  await page.locator(".cell-state", { hasText: "零报告" }).waitFor();
  await page.getByRole("button", { name: "撤回零报告" }).click();
  await page.locator("form.undo input").fill("漏查一件");
  await page.getByRole("button", { name: "确认撤回零报告" }).click();
  await page.locator(".cell-state", { hasText: "缺报" }).waitFor();
  const found = await sql<{ act: string }>`SELECT act FROM mingxin.zero_reports ORDER BY sequence`.execute(
    city.database.admin,
  );
  expect(found.rows.map(({ act }) => act)).toEqual(["reported", "taken-back"]);
  await page.context().close();
}, 60_000);

test("a month's table asks where less was produced than came in, is submitted, and signed by another person", async () => {
  const address = `/coverage/monthly/${BODY}/${month(1)}`;
  const page = await open(address, reporter);
  await page.getByText("平台已收到 3 件").waitFor();
  const produced = page.getByLabel("产生");
  const ownSite = page.getByLabel("本网站公示");
  await produced.first().fill("2");
  await page.getByText("多于产生数").waitFor();
  await produced.first().fill("3");
  await ownSite.first().fill("3");
  await produced.last().fill("0");
  await ownSite.last().fill("0");
  await page.getByLabel("公示网址").fill("https://example.org/sgs");
  await page.getByLabel("公示日期").fill(`${month(1)}-28`);
  await page.getByRole("button", { name: "提交签核" }).click();
  await page.getByText("待签核").waitFor();
  await page.context().close();
  const signing = await open(address, reviewer);
  await signing.getByRole("button", { name: "签核" }).click();
  await signing.locator("form.undo input").fill("核对无误");
  await signing.getByRole("button", { name: "确认签核" }).click();
  await signing.getByText("已签核").waitFor();
  expect(await signing.locator("tbody tr", { hasText: "行政许可" }).textContent()).toContain("100.0%");
  await signing.context().close();
}, 60_000);

test("a drawn record is compared with its document, and the rate counts it", async () => {
  const page = await open(`/coverage/samples/${sample}`, operator);
  await page.getByRole("button", { name: "比对" }).first().click();
  await choose(page, "结论", "不一致");
  await choose(page, "不一致的字段", "许可内容");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "记录结果" }).click();
  await page.getByText("1 / 1").waitFor();
  expect(await page.locator("tbody tr").first().textContent()).toContain("不一致");
  await page.context().close();
}, 60_000);
