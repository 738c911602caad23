import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startCity, type TestCity } from "../city.ts";
import { inventedUscc, reportCsv } from "../fixtures/report-files.ts";
import { signedInAs } from "../fixtures/signed-in.ts";
import { faultsOf } from "./axe.ts";
import { openBrowser } from "./browser.ts";
import { openDeskOf, takeSession } from "./desk-session.ts";

const LICENCE = "administrative-licence";
const ONE = { subjectName: "黄石合并甲示例有限公司（示例）", uscc: inventedUscc(871) };
const OTHER = { subjectName: "大冶拆分乙示例有限公司（示例）", uscc: inventedUscc(872) };

let city: TestCity;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  [city, browser] = await Promise.all([startCity(), openBrowser()]);
  await city.report(
    LICENCE,
    reportCsv(LICENCE, [
      { ...ONE, documentNumber: "黄示许〔2026〕871号" },
      { ...OTHER, documentNumber: "黄示许〔2026〕872号" },
      { ...OTHER, documentNumber: "黄示许〔2026〕873号" },
    ]),
  );
  page = await openDeskOf(browser, city, "/", "anonymous", { bypassCSP: true });
  await takeSession(page, city, await signedInAs(city, "supervisor", "hs-credit-centre"));
}, 120_000);
afterAll(async () => {
  await browser.close();
  await city.stop();
});

async function choose(picker: string, uscc: string): Promise<void> {
  const group = page.getByRole("group", { name: picker });
  await group.getByLabel("名称或统一社会信用代码").fill(uscc);
  await group.getByLabel("名称或统一社会信用代码").press("Enter");
  await group.locator(".pick").first().click();
  await group.getByRole("button", { name: "另选" }).waitFor();
}

const status = async (uscc: string): Promise<number> =>
  (await fetch(`${city.base}/subjects/${uscc}`, { redirect: "manual" })).status;

test("a supervisor sees what a merge would move, merges, and undoes it from the list of judgements", async () => {
  await page.goto(`${city.base}/desk/review/move`);
  await choose("并入他人的主体（不再单独存在）", ONE.uscc);
  await choose("保留的主体", OTHER.uscc);
  await page.getByLabel("理由").fill("同一企业的两份档案");
  await page.getByRole("button", { name: "预览" }).click();
  await page.getByText("行政许可：1 条记录").waitFor();
  await page.getByText("此后转到").waitFor();
  expect(await faultsOf(page)).toEqual([]);
  expect(await status(ONE.uscc)).toBe(200);
  await page.getByRole("button", { name: "合并，移动 1 条记录" }).click();
  await page.getByText("已执行").waitFor();
  expect(await status(ONE.uscc)).toBe(308);
  await page.getByRole("link", { name: "判定记录（可撤销）" }).click();
  await page.getByRole("button", { name: "撤销" }).first().click();
  await page.getByRole("textbox", { name: /理由/ }).fill("误并，恢复原状");
  await page.keyboard.press("Enter");
  await expect.poll(() => status(ONE.uscc), { timeout: 20_000 }).toBe(200);
}, 60_000);

test("a split moves the chosen records only, to a new subject where none is chosen", async () => {
  await page.goto(`${city.base}/desk/review/move?act=split`);
  await choose("要拆分的主体", OTHER.uscc);
  await page.getByRole("button", { name: "打开档案" }).click();
  await page.getByLabel(/872号/).check();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByLabel("理由").fill("该许可属于另一企业");
  await page.getByRole("button", { name: "预览" }).click();
  await page.getByRole("button", { name: "拆分，移动 1 条记录" }).click();
  await page.getByText("已执行").waitFor();
  const { items } = await city.json<{ items: readonly { documentNumber: string }[] }>(
    `/api/v1/subjects/${OTHER.uscc}/records`,
  );
  expect(items.map(({ documentNumber }) => documentNumber)).toEqual(["黄示许〔2026〕873号"]);
  const { items: trail } = await city.json<{ items: readonly { action: string }[] }>("/api/v1/audit?limit=200", {
    asAdministrator: true,
  });
  expect(trail.filter(({ action }) => action === "ingest/preview-move")).toHaveLength(2);
}, 60_000);
