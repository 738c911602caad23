import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays, systemClock } from "../../src/kernel/time.ts";
import { startCity, type TestCity } from "../city.ts";
import { decisionPdf } from "../fixtures/files/decision-pdf.ts";
import { inventedUscc, reportCsv } from "../fixtures/report-files.ts";
import { signedInAs, type Visitor } from "../fixtures/signed-in.ts";
import { deskFaultsOf } from "./axe.ts";
import { openBrowser } from "./browser.ts";
import { openDeskAs, type Look } from "./desk-session.ts";

const ITEM = "administrative-penalty";
const TODAY = systemClock.today();

let city: TestCity;
let browser: Browser;
let reporter: Visitor;
let held: readonly { readonly recordId: string; readonly documentNumber: string }[];
beforeAll(async () => {
  [city, browser] = await Promise.all([startCity(), openBrowser()]);
  reporter = await signedInAs(city, "reporter");
  const rows = [1, 2].map((serial) => ({
    subjectName: `示例送达${serial}有限公司（示例）`,
    uscc: inventedUscc(640 + serial),
    documentNumber: `黄示环罚〔2026〕${640 + serial}号`,
    // One within its term, and one of which its body speaks too late.
    decisionDate: addDays(TODAY, serial === 1 ? -3 : -44),
    sourceName: "黄石市生态环境局",
    severity: "一般",
  }));
  await city.report(ITEM, reportCsv(ITEM, rows), { unserved: "true" });
  held = ((await reporter.ask("GET", "/held-records")).body as { items: typeof held }).items;
}, 120_000);
afterAll(async () => {
  await browser.close();
  await city.stop();
});

const open = (path: string, look: Partial<Look>): Promise<Page> =>
  openDeskAs(browser, city, path, reporter, { ...look, bypassCSP: true });

test.each<[Look["language"], Look["colorScheme"], number]>([
  ["zh", "light", 1280],
  ["en", "dark", 390],
])(
  "axe finds nothing on what is held, on a record's papers and clock, or on the decisions: %s, %s, %i px",
  async (language, colorScheme, width) => {
    const page = await open("/held", { width, language, colorScheme });
    const faults: string[] = [];
    for (const path of ["/held", `/held/${held[0]?.recordId}`, "/timeliness/decisions"]) {
      await page.goto(`${city.base}/desk${path}`);
      await page.locator("h1").waitFor();
      await page.waitForLoadState("networkidle");
      faults.push(...(await deskFaultsOf(page)).map((fault) => `${path}: ${fault}`));
    }
    await page.context().close();
    expect(faults).toEqual([]);
  },
  60_000,
);

test("a reporter attaches the decision and the proof, states the day of service, and the penalty is public", async () => {
  const page = await open("/held", { width: 1280 });
  const recordId = held[1]?.recordId ?? "";
  await page.getByRole("link", { name: held[1]?.documentNumber ?? "" }).click();
  await page.getByText("决定书尚未送达，期限中止").waitFor();
  const attach = async (kind: string, note: string): Promise<void> => {
    await page.getByLabel("种类").click();
    await page.getByRole("option", { name: kind }).first().waitFor({ state: "attached" });
    await page.keyboard.type(kind);
    await page.keyboard.press("Enter");
    const file = { name: `${kind}.pdf`, mimeType: "application/pdf", buffer: decisionPdf(note) };
    await page.locator("input[type=file]").setInputFiles(file);
    await page.getByRole("button", { name: `附上 ${kind}.pdf` }).click();
    await page.getByRole("button", { name: `下载 ${kind}.pdf` }).waitFor();
  };
  await attach("决定书", "decision");
  await attach("送达回证", "proof");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "下载 决定书.pdf" }).click();
  expect((await download).suggestedFilename()).toBe("决定书.pdf");
  await page.getByLabel("送达日期").fill(TODAY);
  await page.getByLabel("送达凭据").click();
  await page.getByRole("option", { name: "送达回证.pdf" }).first().waitFor({ state: "attached" });
  await page.keyboard.type("送达回证");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "登记送达日期" }).click();
  await page.getByText("已公示，按期").waitFor();
  await page.getByText(`${TODAY} 送达`).waitFor();
  expect((await city.get(`/api/v1/records/${recordId}`)).status).toBe(200);
  await page.getByRole("link", { name: "未送达暂不公示" }).first().click();
  await page.getByRole("heading", { name: "未送达暂不公示", level: 1 }).waitFor();
  await page.getByRole("link", { name: held[0]?.documentNumber ?? "" }).waitFor();
  await page.getByRole("link", { name: held[1]?.documentNumber ?? "" }).waitFor({ state: "detached" });
  await page.context().close();
}, 60_000);
