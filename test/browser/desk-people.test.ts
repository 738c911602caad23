import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startCity, type TestCity } from "../city.ts";
import { PASSWORD, Visitor } from "../fixtures/signed-in.ts";
import { faultsOf } from "./axe.ts";
import { openBrowser } from "./browser.ts";
import { takeSession } from "./desk-session.ts";

let city: TestCity;
let browser: Browser;
beforeAll(async () => {
  [city, browser] = await Promise.all([startCity(), openBrowser()]);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await city.stop();
});

const LOOKS = [
  { language: "zh", colorScheme: "light", width: 1440 },
  { language: "en", colorScheme: "dark", width: 1440 },
  { language: "zh", colorScheme: "light", width: 390 },
  { language: "en", colorScheme: "dark", width: 390 },
] as const;

/** A page of the desk, of a visitor's session or of nobody's. */
async function openDesk(path: string, visitor: Visitor | null, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  await context.addCookies([{ name: "lang", value: "zh", url: city.base }]);
  const page = await context.newPage();
  if (visitor) await takeSession(page, city, visitor);
  await page.goto(`${city.base}/desk${path}`);
  return page;
}

/** What axe finds on these addresses in either language and theme, on a desktop and on a phone. */
async function faultsOn(paths: readonly string[], visitor: Visitor | null): Promise<string[]> {
  const faults: string[] = [];
  for (const { language, colorScheme, width } of LOOKS) {
    const page = await openDesk("/catalogue", visitor, {
      viewport: { width, height: 900 },
      colorScheme,
      bypassCSP: true,
    });
    await page.context().addCookies([{ name: "lang", value: language, url: city.base }]);
    for (const path of paths) {
      await page.goto(`${city.base}/desk${path}`);
      await page.locator("h1").waitFor();
      await page.waitForLoadState("networkidle");
      const found = await faultsOf(page);
      const text = (await page.locator("#desk").textContent()) ?? "";
      if (/undefined|\[object|\{\w+\}/.test(text)) found.push("an unfilled place");
      const folder = process.env["SCREENSHOTS"];
      if (folder !== undefined)
        await page.screenshot({
          path: `${folder}/${path.replaceAll(/\W+/g, "-")}-${language}-${width}.png`,
          fullPage: true,
        });
      faults.push(...found.map((fault) => `${path} ${language} ${colorScheme} ${width}: ${fault}`));
    }
    await page.context().close();
  }
  return faults;
}

async function invitationOf(userName: string): Promise<string> {
  const person = { userName, name: "示例受邀人", body: "hs-ecology", role: "reporter", reason: "新到岗" };
  const answer = await city.post("/api/v1/people", JSON.stringify(person));
  const { invitation } = (await answer.json()) as { readonly invitation: { readonly token: string } };
  return invitation.token;
}

test("an invited person sets a password, and the token leaves the address and the history", async () => {
  const token = await invitationOf("invited-lin");
  const page = await openDesk(`/invitation#${token}`, null);
  await page.getByRole("heading", { name: "设置密码", level: 1 }).waitFor();
  await page.waitForURL(`${city.base}/desk/invitation`);
  const length = await page.evaluate("history.length");
  await page.getByLabel("新密码", { exact: true }).fill("too short");
  await page.getByLabel("再次输入新密码").fill("another");
  await page.keyboard.press("Enter");
  await page.getByText("新密码至少 12 个字符").waitFor();
  await page.getByText("两次输入的新密码不一致").waitFor();
  await page.getByLabel("新密码", { exact: true }).fill("xx invited-lin xx");
  await page.getByLabel("再次输入新密码").fill("xx invited-lin xx");
  await page.keyboard.press("Enter");
  await page.getByRole("alert").getByText("密码不符合要求").waitFor();
  await page.getByLabel("新密码", { exact: true }).fill(PASSWORD);
  await page.getByLabel("再次输入新密码").fill(PASSWORD);
  await page.keyboard.press("Enter");
  await page.getByText("您的用户名是“invited-lin”。").waitFor();
  expect([page.url(), await page.evaluate("history.length")]).toEqual([`${city.base}/desk/invitation`, length]);
  await page.getByRole("button", { name: "前往登录" }).click();
  await page.getByLabel("密码").fill(PASSWORD);
  expect(await page.getByLabel("用户名").inputValue()).toBe("invited-lin");
  await page.keyboard.press("Enter");
  await page.getByRole("navigation", { name: "工作台导航" }).waitFor();
  await page.context().close();
});

test("a used invitation is told as such, and a link without its token says how to go on", async () => {
  const token = await invitationOf("invited-wu");
  await new Visitor(city).ask("POST", "/invitations", { token, password: PASSWORD });
  const page = await openDesk(`/invitation#${token}`, null);
  await page.getByLabel("新密码", { exact: true }).fill(PASSWORD);
  await page.getByLabel("再次输入新密码").fill(PASSWORD);
  await page.keyboard.press("Enter");
  await page.getByRole("alert").getByText("邀请链接已使用或已过期").waitFor();
  expect(await page.getByLabel("新密码", { exact: true }).count()).toBe(0);
  await page.reload();
  const heading = page.getByRole("heading", { name: "邀请链接不完整" });
  await heading.waitFor();
  expect(await heading.isVisible()).toBe(true);
  await page.context().close();
});

test("axe finds nothing on the page of an invitation", async () => {
  expect(await faultsOn(["/invitation", `/invitation#${"x".repeat(43)}`], null)).toEqual([]);
}, 120_000);
