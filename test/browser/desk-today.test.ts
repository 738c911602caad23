import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startCity, type Receipt, type TestCity } from "../city.ts";
import { inventedUscc, reportCsv } from "../fixtures/report-files.ts";
import { signedInAs, type Visitor } from "../fixtures/signed-in.ts";
import { deskFaultsOf } from "./axe.ts";
import { openBrowser } from "./browser.ts";
import { openDeskAs, type Look } from "./desk-session.ts";

const PENALTY = "administrative-penalty";

let city: TestCity;
let browser: Browser;
let reporter: Visitor;
let clerk: Visitor;
beforeAll(async () => {
  [city, browser] = await Promise.all([startCity(), openBrowser()]);
  reporter = await signedInAs(city, "reporter", "hs-education");
  clerk = await signedInAs(city, "counter-clerk");
  const row = (serial: number, cells: Readonly<Record<string, string>>) => ({
    subjectName: `示例今日${serial}有限公司（示例）`,
    uscc: inventedUscc(53_000 + serial),
    documentNumber: `黄示罚〔2026〕${900 + serial}号`,
    sourceName: "黄石市教育局",
    ...cells,
  });
  // Nobody vouched for its severity, and its term is long over.
  const undecided = row(1, { decisionDate: "2026-06-01", severity: "" });
  const file = reportCsv(PENALTY, [undecided, row(2, { uscc: "bad", severity: "一般" })]);
  const path = `/batches?item=${PENALTY}&fileName=${encodeURIComponent("六月处罚.csv")}`;
  const { batchId } = (await reporter.ask("POST", path, file, { "content-type": "text/csv" })).body as Receipt;
  for (;;) {
    const { state } = (await reporter.ask("GET", `/batches/${batchId}`)).body as Receipt;
    if (state === "done") break;
    await new Promise((resolve) => setImmediate(resolve));
  }
}, 120_000);
afterAll(async () => {
  await browser.close();
  await city.stop();
});

const openDesk = (path: string, visitor: Visitor, look: Partial<Look> = {}): Promise<Page> =>
  openDeskAs(browser, city, path, visitor, { width: 1280, ...look });

const LOOKS = [
  { language: "zh", colorScheme: "light", width: 1280 },
  { language: "en", colorScheme: "dark", width: 1280 },
  { language: "zh", colorScheme: "dark", width: 390 },
  { language: "en", colorScheme: "light", width: 390 },
] as const;

test("axe finds nothing on today, the inbox and one's account, full and empty, in both languages and themes, wide and narrow", async () => {
  const faults: string[] = [];
  for (const { language, colorScheme, width } of LOOKS) {
    for (const [who, visitor, paths] of [
      ["reporter", reporter, ["/today", "/inbox", "/account"]],
      ["clerk", clerk, width === 1280 ? ["/today"] : ["/inbox"]],
    ] as const) {
      const page = await openDesk("/today", visitor, { width, language, colorScheme, bypassCSP: true });
      for (const path of paths) {
        await page.goto(`${city.base}/desk${path}`);
        await page.locator("h1").waitFor();
        await page.waitForLoadState("networkidle");
        const found = await deskFaultsOf(page);
        faults.push(...found.map((fault) => `${who} ${path} ${language} ${colorScheme} ${width}: ${fault}`));
        const folder = process.env["SCREENSHOTS"];
        if (folder !== undefined)
          await page.screenshot({
            path: `${folder}/${who}${path.replace("/", "-")}-${language}-${width}.png`,
            fullPage: true,
          });
      }
      await page.context().close();
    }
  }
  expect(faults).toEqual([]);
}, 180_000);

test("the day begins with what is to be done: each line leads there, by keyboard, and who has nothing to do is told so", async () => {
  const page = await openDesk("/", reporter);
  await page.getByRole("heading", { name: "今日待办", level: 1 }).waitFor();
  await page.getByText(/共 2 项待办，其中已逾期 1 项。/).waitFor();
  const overdue = page.getByRole("region", { name: "已逾期" });
  expect(await overdue.textContent()).toMatch(/失信程度待确认、尚未公示的决定.*期限 2026-06-10.*1 件/);
  const returned = page.getByRole("region", { name: "其他待办" }).getByRole("link", { name: "退回待改正的报送行" });
  await returned.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "六月处罚.csv", level: 1 }).waitFor();
  await page.context().close();
  const calm = await openDesk("/", clerk);
  await calm.getByText("今日无待办").waitFor();
  await calm.context().close();
});

test("the header counts what is unread, the palette leads to the inbox, and what was followed or marked is read", async () => {
  const page = await openDesk("/catalogue", reporter);
  const link = page.getByRole("banner").getByRole("link", { name: /收件箱/ });
  await link.getByText("1 条未读").waitFor();
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog").getByRole("option").first().waitFor();
  await page.keyboard.type("收件箱");
  await page.getByRole("option", { name: "收件箱" }).waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "收件箱", level: 1 }).waitFor();
  await page.getByText("共 2 行，退回 1 行，待确认 0 行").waitFor();
  await page.getByRole("button", { name: /^标为已读/ }).click();
  await page.getByRole("table").getByText("已读").waitFor();
  await link.getByText("1 条未读").waitFor({ state: "detached" });
  await page.goto(`${city.base}/desk/inbox?show=unread`);
  await page.getByText("没有未读通知。").waitFor();
  expect(await page.getByRole("button", { name: "全部标为已读" }).count()).toBe(0);
  await page.context().close();
});

test("a person says where mail goes; what is no address is told with its remedy", async () => {
  const page = await openDesk("/account", reporter);
  await page.getByText("平台尚未设置邮件服务器").waitFor();
  await page.getByLabel("邮箱").fill("no address");
  await page.getByRole("button", { name: "保存邮件设置" }).click();
  await page.getByRole("alert").waitFor();
  await page.getByLabel("邮箱").fill("reporter@city.example");
  await page.getByLabel("接收邮件提醒").uncheck();
  await page.getByRole("button", { name: "保存邮件设置" }).click();
  await page.getByText("邮件设置已保存").waitFor();
  await page.reload();
  await page.getByLabel("邮箱").waitFor();
  expect(await page.getByLabel("邮箱").inputValue()).toBe("reporter@city.example");
  expect(await page.getByLabel("接收邮件提醒").isChecked()).toBe(false);
  await page.context().close();
});
