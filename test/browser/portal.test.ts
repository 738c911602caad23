import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays, systemClock } from "../../src/kernel/time.ts";
import { startCity, type TestCity } from "../city.ts";
import { inventedUscc, reportCsv } from "../fixtures/report-files.ts";
import { withdraw } from "../fixtures/signed-in.ts";
import { openBrowser } from "./browser.ts";

let city: TestCity;
let browser: Browser;
let axe: string;
let record = "";
let gone = "";
const CODE = inventedUscc(501);
const NUMBER = "黄示罚〔2026〕501号";

beforeAll(async () => {
  axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  [city, browser] = await Promise.all([startCity(), openBrowser()]);
  const decisionDate = addDays(systemClock.today(), -14);
  const rows = [
    { subjectName: "示例浏览有限公司（示例）", uscc: CODE, documentNumber: NUMBER, decisionDate, severity: "严重" },
    {
      subjectName: "示例浏览有限公司（示例）",
      uscc: CODE,
      documentNumber: "黄示罚〔2026〕502号",
      decisionDate,
      severity: "一般",
    },
  ];
  await city.report("administrative-penalty", reportCsv("administrative-penalty", rows));
  await city.report(
    "administrative-penalty",
    reportCsv("administrative-penalty", [{ ...rows[0], remarks: "更正（示例）" }]),
  );
  await city.report(
    "administrative-licence",
    reportCsv("administrative-licence", [{ uscc: CODE, subjectName: "示例浏览有限公司（示例）" }]),
  );
  const id = async (number: string): Promise<string> => {
    const found = await city.json<{ records: readonly { recordId: string }[] }>(
      `/api/v1/subjects?q=${encodeURIComponent(number)}`,
    );
    return found.records[0]?.recordId ?? "";
  };
  [record, gone] = await Promise.all([id(NUMBER), id("黄示罚〔2026〕502号")]);
  await withdraw(city, gone, "决定被撤销");
}, 120_000);
afterAll(async () => {
  await browser.close();
  await city.stop();
});

const PATHS = (): readonly (readonly [string, string])[] => [
  ["home", "/"],
  ["search", `/search?q=${encodeURIComponent("示例")}`],
  ["an empty search", "/search?q=zzzz"],
  ["subject", `/subjects/${CODE}`],
  ["record", `/records/${record}`],
  ["a withdrawn record", `/records/${gone}`],
  ["publicity", "/publicity"],
  ["a date that is none", "/publicity?from=2026-02-30"],
  ["timeliness", "/statistics"],
  ["decisions", "/statistics/decisions"],
  ["catalogue", "/catalogue"],
  ["dictionary", "/catalogue/administrative-penalty"],
  ["about", "/about"],
  ["API reference", "/api/docs"],
  ["a problem's page", "/problems/records/gone"],
  ["no page", "/nothing-here"],
];

async function openPage(width: number, language: "zh" | "en", scripts: boolean): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    javaScriptEnabled: scripts,
    bypassCSP: true,
  });
  await context.addCookies([{ name: "lang", value: language, url: city.base }]);
  return context.newPage();
}

describe.each(["zh", "en"] as const)("in %s", (language) => {
  test("axe finds nothing serious on any page, and no page is wider than a phone", async () => {
    const page = await openPage(390, language, true);
    const faults: string[] = [];
    for (const [name, path] of PATHS()) {
      await page.goto(city.base + path);
      await page.evaluate(axe);
      const found = await page.evaluate(
        "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })" +
          ".then(({ violations }) => violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')" +
          ".map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map((node) => node.html).join(' | ')))",
      );
      faults.push(...(found as string[]).map((fault) => `${name}: ${fault}`));
      const over = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
      if (Number(over) > 0) faults.push(`${name}: ${String(over)} px wider than the screen`);
    }
    await page.context().close();
    expect(faults).toEqual([]);
  }, 180_000);

  test("pages speak one language and leave no place unfilled", async () => {
    const page = await openPage(1440, language, false);
    const faults: string[] = [];
    for (const [name, path] of PATHS()) {
      await page.goto(city.base + path);
      const html = await page.content();
      if (!html.includes(`<html lang="${language === "zh" ? "zh-CN" : "en"}"`)) faults.push(`${name}: language`);
      if (/\{(?:count|day|title|city|site|text)\}|undefined|\[object/.test(html))
        faults.push(`${name}: an unfilled place`);
      // Our own module is the only script, and nothing of a page is script or style itself.
      const own = html.replaceAll(/<script type="module" src="\/assets\/suggest\.\w{12}\.js"><\/script>/g, "");
      if (/<script|style="|\son\w+=/.test(own)) faults.push(`${name}: foreign or inline script, or inline style`);
    }
    await page.context().close();
    expect(faults).toEqual([]);
  }, 120_000);
});

test("by keyboard and without scripts: from the search field to the record, and the language is kept", async () => {
  const page = await openPage(1440, "zh", false);
  await page.goto(`${city.base}/`);
  await page.keyboard.press("Tab");
  expect(await page.locator(":focus").textContent()).toContain("跳到正文");
  await page.locator("#q").focus();
  await page.keyboard.type(NUMBER);
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "未按规定设置安全警示标志" }).first().click();
  expect(page.url()).toBe(`${city.base}/records/${record}`);
  expect(await page.locator("main").textContent()).toContain("严重失信");
  await page.getByRole("link", { name: "English" }).click();
  expect(page.url()).toBe(`${city.base}/records/${record}?lang=en`);
  expect(await page.locator("main").textContent()).toContain("How the 7 working days are counted");
  await page.getByRole("link", { name: "Catalogue", exact: true }).click();
  expect(await page.locator("h1").textContent()).toBe("Catalogue of public credit information");
  await page.locator("header").getByRole("link", { name: "中文" }).click();
  await page.goto(`${city.base}/search?q=${CODE}`);
  expect(page.url()).toBe(`${city.base}/subjects/${CODE}`);
  await page.context().close();
});

describe("suggestions while typing", () => {
  const NAME = "示例浏览有限公司（示例）";

  test("by keyboard: arrows choose, Enter opens the subject, Escape closes", async () => {
    const page = await openPage(1440, "zh", true);
    await page.goto(`${city.base}/`);
    const field = page.getByRole("combobox");
    await field.focus();
    await page.keyboard.type("示例浏");
    const option = page.getByRole("option", { name: NAME });
    await option.waitFor();
    expect(await field.getAttribute("aria-expanded")).toBe("true");
    expect(await option.locator("mark").textContent()).toBe("示例浏");
    expect(await page.locator("form[data-suggest] [role=status]").textContent()).toContain("1 条建议");
    await page.keyboard.press("ArrowDown");
    expect(await field.getAttribute("aria-activedescendant")).toBe(await option.getAttribute("id"));
    expect(await option.getAttribute("aria-selected")).toBe("true");
    await page.keyboard.press("Escape");
    expect(await field.getAttribute("aria-expanded")).toBe("false");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL(`${city.base}/subjects/${CODE}`);
    await page.context().close();
  });

  test.each(["light", "dark"] as const)("on a phone by touch, axe clean in the %s theme", async (colorScheme) => {
    const page = await openPage(390, "en", true);
    await page.emulateMedia({ colorScheme });
    await page.goto(`${city.base}/search`);
    await page.getByRole("combobox").fill("slll");
    const option = page.getByRole("option", { name: NAME });
    await option.waitFor();
    await page.evaluate(axe);
    const faults = await page.evaluate(
      "axe.run(document).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))",
    );
    expect(faults).toEqual([]);
    const over = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    expect(over).toBe(0);
    await option.click();
    await page.waitForURL(`${city.base}/subjects/${CODE}`);
    await page.context().close();
  });

  test("without scripts the same form searches", async () => {
    const page = await openPage(1440, "zh", false);
    await page.goto(`${city.base}/`);
    await page.locator("#q").fill("示例浏");
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: NAME }).click();
    expect(page.url()).toBe(`${city.base}/subjects/${CODE}`);
    await page.context().close();
  });

  test("the site's own policy lets the module run", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${city.base}/`);
    await page.getByRole("combobox").fill("示例浏");
    await page.getByRole("option", { name: NAME }).waitFor();
    const answer = await city.get("/");
    const src = /src="(\/assets\/suggest\.\w+\.js)"/.exec(await answer.text())?.[1] ?? "";
    const script = await city.get(src);
    expect(script.headers.get("cache-control")).toContain("immutable");
    expect((await script.arrayBuffer()).byteLength).toBeLessThan(20_000);
    await context.close();
  });
});

test("every link on every page leads somewhere", async () => {
  const page = await openPage(1440, "zh", false);
  const links = new Set<string>();
  for (const [, path] of PATHS()) {
    await page.goto(city.base + path);
    for (const link of await page.locator("a[href^='/']").all()) links.add((await link.getAttribute("href")) ?? "");
  }
  await page.context().close();
  // The page that says what became of a withdrawn record is a page as well.
  const expected = [`/records/${gone}`, `/records/${gone}?lang=en`, "/nothing-here?lang=en"];
  const asked = [...links].filter((link) => !expected.includes(link));
  const answers = await Promise.all(
    asked.map(async (link) => {
      const response = await city.get(link);
      await response.arrayBuffer();
      return [link, response.status] as const;
    }),
  );
  expect(answers.filter(([, status]) => status >= 400)).toEqual([]);
  expect(answers.length).toBeGreaterThan(30);
}, 120_000);
