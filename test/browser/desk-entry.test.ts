import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { EntryForm } from "../../src/modules/catalogue/index.ts";
import { startCity, type TestCity } from "../city.ts";
import { inventedUscc, reportCsv, reportTable } from "../fixtures/report-files.ts";
import { signedInAs, type Visitor } from "../fixtures/signed-in.ts";
import { deskFaultsOf } from "./axe.ts";
import { openBrowser } from "./browser.ts";
import { openDeskAs, type Look } from "./desk-session.ts";

const LICENCE = "administrative-licence";
const NAME = "示例逐行录入有限公司（示例）";
const BODY = { sourceName: "黄石市生态环境局" };

let city: TestCity;
let browser: Browser;
let reporter: Visitor;
let reviewer: Visitor;
let form: EntryForm;
beforeAll(async () => {
  [city, browser] = await Promise.all([startCity(), openBrowser()]);
  reporter = await signedInAs(city, "reporter");
  reviewer = await signedInAs(city, "reviewer");
  ({ form } = await city.json<{ form: EntryForm }>(`/api/v1/catalogue/${LICENCE}`));
  const rows = [1, 2].map((at) => ({
    ...BODY,
    subjectName: NAME,
    uscc: inventedUscc(8800),
    documentNumber: `黄示许〔2026〕880${at}号`,
  }));
  await city.report(LICENCE, reportCsv(LICENCE, rows), { body: "hs-ecology" });
}, 120_000);
afterAll(async () => {
  await browser.close();
  await city.stop();
});

async function openAs(visitor: Visitor, path: string, look: Partial<Look> = {}): Promise<Page> {
  const page = await openDeskAs(browser, city, path, visitor, { width: 1280, ...look });
  await page.locator("h1").waitFor();
  return page;
}

const titled = (page: Page, title: string): Locator =>
  page.getByLabel(new RegExp(`^${title.replaceAll(/[()[\]{}*+?.\\^$|]/g, String.raw`\$&`)}(（选填）)?$`)).first();

/** Types a row over the item's first sample, control by control as the form describes them. */
async function typeRow(page: Page, over: Readonly<Record<string, string>>): Promise<void> {
  const [, row = []] = reportTable(LICENCE, [{ ...BODY, ...over }]);
  const { fields } = await city.json<{ fields: readonly { key: string }[] }>(`/api/v1/catalogue/${LICENCE}`);
  const texts = new Map(fields.map(({ key }, at) => [key, row[at] ?? ""]));
  for (const { key, title, input } of form.groups.flatMap((group) => group.fields)) {
    const text = texts.get(key) ?? "";
    if (text === "") continue;
    const field = titled(page, title.zh);
    if (input.control === "select") {
      await field.click();
      await field.fill(input.options.find(({ value }) => value === text)?.label.zh ?? text);
      await page.keyboard.press("Enter");
    } else if (input.control === "checkboxes") {
      for (const one of text.split(input.separator)) await page.getByRole("checkbox", { name: one }).first().check();
    } else if (input.control !== "date" || !input.longTerm || text !== "2099-12-31") await field.fill(text);
    else await page.getByRole("checkbox", { name: "长期" }).first().check();
  }
}

test("a row is typed, corrected by a proposal, survives a reload, goes in, and is told as a duplicate the next time", async () => {
  const page = await openAs(reporter, `/report/form/${LICENCE}`);
  const right = inventedUscc(8800);
  const wrong = right.slice(0, 17) + (right.endsWith("A") ? "B" : "A");
  const row = { subjectName: NAME, documentNumber: "黄示许〔2026〕8810号" };
  await page.getByText(/还有 \d+ 项必填未填/).waitFor();
  await typeRow(page, { ...row, uscc: wrong });
  await page.getByRole("button", { name: `改为 ${right}` }).click();
  await page.getByText("可以报送").waitFor();
  await page.getByText("新记录，此前未报送").waitFor();
  await page.getByText("怎样数的").waitFor();
  await page.reload();
  await page.getByText("可以报送").waitFor();
  expect(await titled(page, "行政许可决定文书号").inputValue()).toBe(row.documentNumber);
  await page.getByRole("button", { name: "保存并录入下一条" }).click();
  await page.getByRole("region", { name: "本次录入" }).getByText("已入库").waitFor();
  expect(await titled(page, "数据来源单位").inputValue()).toBe("黄石市生态环境局");
  await typeRow(page, { ...row, uscc: right });
  await page.getByText("已报送过，内容相同").waitFor();
  await page.getByRole("link", { name: "查看该记录" }).click();
  await page.getByRole("heading", { name: row.documentNumber, level: 1 }).waitFor();
  await page.context().close();
}, 120_000);

test("a reporter proposes a correction, the reviewer sees the difference and approves by keyboard, the public page says so", async () => {
  const page = await openAs(reporter, "/records?q=8801");
  await page.getByRole("link", { name: "黄示许〔2026〕8801号" }).click();
  await page.getByRole("link", { name: "提出更正" }).click();
  const field = page.getByLabel(/^(行政)?许可决定文书号/).first();
  await field.fill("黄示许〔2026〕8899号");
  await page.getByText("关键项有改动").waitFor();
  await page.getByLabel("原因").click();
  await page.keyboard.type("报送笔误");
  await page.keyboard.press("Enter");
  await page.getByLabel("说明", { exact: true }).fill("录入时看错一行");
  await page.getByRole("button", { name: "提出更正" }).click();
  await page.getByRole("heading", { name: "前后对照" }).waitFor();
  await page.getByText("由另一人审批").waitFor();
  expect(await page.getByRole("button", { name: "批准", exact: true }).count()).toBe(0);
  const path = new URL(page.url()).pathname.replace("/desk", "");
  await page.context().close();

  const desk = await openAs(reviewer, "/amendments");
  await desk.getByRole("link", { name: "黄示许〔2026〕8801号" }).click();
  await desk.locator("del", { hasText: "8801" }).waitFor();
  await desk.locator("ins", { hasText: "8899" }).waitFor();
  expect(new URL(desk.url()).pathname).toBe(`/desk${path}`);
  await desk.getByLabel("审批意见").fill("已与决定书核对");
  await desk.keyboard.press("Control+Enter");
  await desk.getByText("已批准，").waitFor();
  await desk.goto(`${city.base}/desk/records?q=8899`);
  await desk.getByRole("link", { name: "黄示许〔2026〕8899号" }).click();
  await desk.getByText("第 2 版").waitFor();
  await desk.getByRole("link", { name: "公示页面" }).click();
  await desk.getByText("更正（报送笔误）").waitFor();
  await desk.context().close();
}, 120_000);

test.each([
  ["zh", "light", 1280],
  ["en", "dark", 390],
] as const)(
  "axe finds nothing on these screens, in %s, %s, %i px wide",
  async (language, colorScheme, width) => {
    const { body } = await reporter.ask("GET", "/filed-records?q=8802");
    const record = (body as { items: { recordId: string }[] }).items[0]?.recordId ?? "";
    const proposal = { ground: "revoked", reason: "复议决定撤销" };
    const proposed = await reporter.ask("POST", `/records/${record}/withdrawal`, proposal);
    const faults: string[] = [];
    const look = async (visitor: Visitor, path: string): Promise<void> => {
      const bypassCSP = width < 1280 || language === "en";
      const page = await openAs(visitor, path, { language, colorScheme, width, bypassCSP });
      await page.waitForLoadState("networkidle");
      const found = await deskFaultsOf(page);
      faults.push(...found.map((fault) => `${path}: ${fault}`));
      const shots = process.env["SHOTS"];
      if (shots) {
        const name = path.replaceAll(/[^a-z]/g, "-").slice(0, 40);
        await page.screenshot({ path: `${shots}/${name}-${language}-${width}.png`, fullPage: true });
      }
      await page.context().close();
    };
    await look(reporter, `/report/form/${LICENCE}`);
    await look(reporter, "/records");
    const { proceedingId } = proposed.body as { proceedingId: string };
    await look(reviewer, "/amendments");
    await look(reviewer, `/amendments/${proceedingId}`);
    await reporter.ask("POST", `/amendments/${proceedingId}/take-back`, { reason: "测试完毕" });
    await look(reporter, `/records/${record}`);
    await look(reporter, `/records/${record}/correct`);
    await look(reporter, `/records/${record}/withdraw`);
    expect(faults).toEqual([]);
  },
  180_000,
);
