import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startCity, type TestCity } from "../city.ts";
import { openBrowser } from "./browser.ts";
import { openDeskOf } from "./desk-session.ts";

let city: TestCity;
let browser: Browser;
beforeAll(async () => {
  [city, browser] = await Promise.all([startCity(), openBrowser()]);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await city.stop();
});

const headers = (page: Page): Promise<string[]> => page.locator("thead th").allTextContents();

test("columns are chosen, stay chosen, and an export carries them all the same", async () => {
  const page = await openDeskOf(browser, city, "/catalogue", "operator");
  await page.getByText("列 5/5").click();
  expect(await page.getByLabel("事项", { exact: true }).isDisabled()).toBe(true);
  await page.getByLabel("字段数").uncheck();
  await page.getByText("列 4/5").waitFor();
  const shown = await headers(page);
  expect(shown).not.toContain("字段数");
  await page.reload();
  await page.getByText("列 4/5").waitFor();
  expect(await headers(page)).toEqual(shown);
  const waitForFile = page.waitForEvent("download");
  await page.getByRole("button", { name: "导出 CSV" }).click();
  const stream = await (await waitForFile).createReadStream();
  let file = "";
  for await (const part of stream) file += String(part);
  expect(file.split("\r\n")[0]).toContain("字段数");
  await page.context().close();
});

test("arrows walk through the rows, End goes to the last, Enter opens what a row leads to", async () => {
  const page = await openDeskOf(browser, city, "/catalogue", "operator");
  await page.locator("tbody tr").first().focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowUp");
  const focused = page.locator("tbody tr:focus");
  const title = await focused.getByRole("link").textContent();
  expect(await page.locator("tbody tr").nth(-2).textContent()).toBe(await focused.textContent());
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: title ?? "" }).waitFor();
  await page.getByText("首版").waitFor();
  await page.context().close();
});

test("a filter is kept under a name, found again on another day, and taken away", async () => {
  const page = await openDeskOf(browser, city, "/timeliness?by=item&item=administrative-licence", "operator");
  await page.getByRole("button", { name: "存为常用筛选" }).click();
  await page.getByLabel("筛选名称").fill("许可");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "删除“许可”" }).waitFor();
  await page.goto(`${city.base}/desk/timeliness`);
  await page.getByLabel("常用筛选", { exact: true }).last().click();
  await page.getByText("许可", { exact: true }).click();
  await page.waitForURL(/item=administrative-licence/);
  await page.getByRole("button", { name: "删除“许可”" }).click();
  await page.getByRole("button", { name: "存为常用筛选" }).waitFor();
  expect(await page.getByRole("button", { name: "删除“许可”" }).count()).toBe(0);
  await page.context().close();
});

test("an abolished body is found by its former name, with who took over", async () => {
  const page = await openDeskOf(browser, city, "/bodies", "operator");
  await page.getByLabel("按名称、别名或代码查找").fill("工商行政管理局");
  await page.getByText("没有符合的单位").waitFor();
  await page.goto(`${city.base}/desk/bodies?show=all`);
  await page.getByLabel("按名称、别名或代码查找").fill("工商行政管理局");
  const row = page.locator("tbody tr", { hasText: "黄石市工商行政管理局" });
  await row.getByText("至 2019-02-28（已撤并）").waitFor();
  await row.getByText("黄石市市场监督管理局").waitFor();
  expect(await page.locator("tbody tr").count()).toBe(1);
  await page.context().close();
});
