import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freezeDueMonths } from "#figures";
import { openRuntime } from "../../src/app/runtime.ts";
import { addMonths, fixedClock, parseInstant, systemClock } from "../../src/kernel/time.ts";
import { readConfig } from "../../src/platform/config.ts";
import { verifyStatement } from "../../src/verify/figure-statement.ts";
import { startCity, type TestCity } from "../city.ts";
import { inventedUscc, reportCsv } from "../fixtures/report-files.ts";
import { signedInAs, type Visitor } from "../fixtures/signed-in.ts";
import { deskFaultsOf } from "./axe.ts";
import { openBrowser } from "./browser.ts";
import { openDeskAs, type Look } from "./desk-session.ts";

const ITEM = "administrative-licence";
const TODAY = systemClock.today();
const MONTH = addMonths(TODAY, -1).slice(0, 7);
/** Two days of decision, a week apart. */
const DAYS = [`${MONTH}-02`, `${MONTH}-09`] as const;

let city: TestCity;
let browser: Browser;
let reviewer: Visitor;
let supervisor: Visitor;
beforeAll(async () => {
  [city, browser] = await Promise.all([startCity(), openBrowser()]);
  reviewer = await signedInAs(city, "reviewer", "hs-ecology");
  supervisor = await signedInAs(city, "supervisor", "hs-credit-centre");
  const rows = [1, 2, 3].map((serial) => ({
    subjectName: `示例指标${serial}有限公司（示例）`,
    uscc: serial === 3 ? "坏代码" : inventedUscc(430_000 + serial),
    documentNumber: `黄示许〔2026〕7${serial}号`,
    decisionDate: serial === 1 ? DAYS[0] : DAYS[1],
    sourceName: "黄石市生态环境局",
  }));
  await city.report(ITEM, reportCsv(ITEM, rows), { body: "hs-ecology" });
  await freezeNextMonth();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await city.stop();
});

/** Freezes this month, in which the rows came, as if its day had come. */
async function freezeNextMonth(): Promise<void> {
  const config = readConfig({ MINGXIN_DATA: city.dataDirectory, MINGXIN_SAMPLE: "0", LOG_LEVEL: "fatal" });
  const day = `${addMonths(TODAY, 1).slice(0, 7)}-28T12:00:00+08:00`;
  const moment = parseInstant(day);
  if (!moment) throw new Error(day);
  const runtime = await openRuntime(config, city.database.urls, fixedClock(moment));
  await freezeDueMonths(runtime.figures);
  await runtime.close();
}

const openDesk = (path: string, visitor: Visitor, look: Partial<Look> = {}): Promise<Page> =>
  openDeskAs(browser, city, path, visitor, { width: 1280, ...look });

test("a rate leads to the rows behind it, and its columns go into an export with every part", async () => {
  const page = await openDesk("/timeliness", reviewer);
  await page.getByRole("link", { name: /黄石市生态环境局 合规率：66.6%，查看明细/ }).click();
  await page.getByText("合规率 66.6%：入库 2 行，入库与退回共 3 行").waitFor();
  await page.goBack();
  await page.getByRole("link", { name: /黄石市生态环境局 及时率/ }).click();
  await page.getByRole("heading", { name: "逐条决定" }).waitFor();
  const decisions = page.getByRole("row", { name: new RegExp(MONTH) });
  await decisions.first().waitFor();
  expect(await decisions.count()).toBe(2);
  await page.goBack();
  const waitForFile = page.waitForEvent("download");
  await page.getByRole("button", { name: "导出 CSV" }).click();
  const csv = await readFile(await (await waitForFile).path(), "utf8");
  expect(csv).toContain("合规率 分子");
  expect(csv).toMatch(/黄石市生态环境局.*66\.6%.*2.*3/);
  await page.context().close();
});

test("the calendar's days are reached by arrow keys and lead to the decisions of the day", async () => {
  const page = await openDesk("/timeliness/calendar?body=hs-ecology", reviewer);
  await page.getByRole("link", { name: new RegExp(`^${DAYS[0]}：1 件`) }).focus();
  await page.keyboard.press("ArrowDown");
  expect(await page.evaluate("document.activeElement.dataset.day")).toBe(DAYS[1]);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "逐条决定" }).waitFor();
  const ofDay = page.getByRole("row", { name: new RegExp(DAYS[1]) });
  await ofDay.first().waitFor();
  expect(await ofDay.count()).toBe(1);
  await page.goto(`${city.base}/desk/timeliness/calendar?by=publication`);
  await page.getByRole("img", { name: new RegExp(`^${TODAY}：2 件`) }).waitFor();
  expect(await page.getByRole("table", { name: "按月合计" }).getByRole("row").count()).toBe(2);
  await page.context().close();
});

test("a statement's signature is checked in the browser, and its file elsewhere; a body disputes, a supervisor decides and corrects", async () => {
  const page = await openDesk("/timeliness/statements", reviewer);
  await page
    .getByRole("link", { name: /首份定稿/ })
    .first()
    .click();
  await page.getByText("签名有效").waitFor();
  const waitForFile = page.waitForEvent("download");
  await page.getByRole("button", { name: "保存定稿文件" }).click();
  const kept: unknown = JSON.parse(await readFile(await (await waitForFile).path(), "utf8"));
  const { publicKey } = await city.json<{ publicKey: string }>("/api/v1/figures/key");
  expect(await verifyStatement(kept, publicKey)).toBe("valid");
  await page.getByRole("link", { name: /对黄石市生态环境局 合规率/ }).click();
  await page.getByRole("checkbox", { name: /退回 1 行/ }).check();
  await page.getByLabel("理由").fill("该行为系统误退");
  await page.getByRole("button", { name: "提出异议" }).click();
  await page.getByText(/有异议，自/).waitFor();
  await page.context().close();

  const other = await openDesk("/timeliness/disputes", supervisor);
  await other.getByText("1 条明细").waitFor();
  await other.getByText("经过").click();
  await other.getByText("该行为系统误退").waitFor();
  await other.getByRole("button", { name: "支持", exact: true }).click();
  await other.getByText(/支持对黄石市生态环境局.+的异议。定稿不改动/).waitFor();
  await other.getByLabel("理由").fill("核对属实");
  await other.getByRole("button", { name: "确认支持" }).click();
  await other.getByRole("button", { name: "另出更正定稿" }).click();
  await other.getByLabel("理由").fill("异议成立");
  await other.getByRole("button", { name: "确认另出更正定稿" }).click();
  await other.getByText("第 2 份（更正定稿）：异议成立").waitFor();
  await other.getByText("签名有效").waitFor();
  await other.getByRole("link", { name: "查看原定稿" }).click();
  const replaced = other.getByText("这份定稿已被更正");
  await replaced.waitFor();
  expect(await replaced.isVisible()).toBe(true);
  await other.context().close();
}, 60_000);

test("axe finds nothing on any of these screens, in either language and theme, on a desktop and on a phone", async () => {
  const { items } = await city.json<{ items: readonly { statementId: string }[] }>("/api/v1/figures/statements");
  const statement = `/timeliness/statements/${items[0]?.statementId}`;
  const paths = [
    "/timeliness",
    "/timeliness/batches",
    "/timeliness/calendar",
    "/timeliness/statements",
    statement,
    `${statement}/dispute?rate=compliance&item=${ITEM}`,
    "/timeliness/disputes",
  ];
  const faults: string[] = [];
  for (const [language, colorScheme, width] of [
    ["zh", "light", 1280],
    ["en", "dark", 390],
  ] as const) {
    const page = await openDesk("/catalogue", reviewer, { width, language, colorScheme, bypassCSP: true });
    for (const path of paths) {
      await page.goto(`${city.base}/desk${path}`);
      await page.locator("h1").waitFor();
      await page.waitForLoadState("networkidle");
      const found = await deskFaultsOf(page);
      faults.push(...found.map((fault) => `${path} ${language} ${width}: ${fault}`));
    }
    await page.context().close();
  }
  expect(faults).toEqual([]);
}, 120_000);
