import type { Browser, CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startCity, type TestCity } from "../city.ts";
import { TestIdentityService } from "../fixtures/identity-service.ts";
import { invite, PASSWORD, signedInAs, totp, Visitor } from "../fixtures/signed-in.ts";
import { deskFaultsOf } from "./axe.ts";
import { openBrowser } from "./browser.ts";
import { takeSession } from "./desk-session.ts";

let city: TestCity;
let service: TestIdentityService;
let browser: Browser;
/** By name, as passkeys need it; and so another site than the identity service, which stands at a number. */
let desk = "";
beforeAll(async () => {
  service = await TestIdentityService.create();
  [city, browser] = await Promise.all([startCity({ settings: service.settings }), openBrowser()]);
  const site = city.base.replace("127.0.0.1", "localhost");
  desk = `${site}/desk`;
  await service.start(site);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await service.stop();
  await city.stop();
});

const LOOKS = [
  { language: "zh", colorScheme: "light", width: 1280 },
  { language: "en", colorScheme: "dark", width: 390 },
] as const;

/** A page of the desk at its name. */
async function openDesk(path: string, look: Partial<(typeof LOOKS)[number]> = {}): Promise<Page> {
  const { language = "zh", colorScheme = "light", width = 1280 } = look;
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
  await context.addCookies([{ name: "lang", value: language, url: desk }]);
  const page = await context.newPage();
  await page.goto(desk + path);
  return page;
}

async function signIn(page: Page, userName: string): Promise<void> {
  await page.getByLabel("用户名").fill(userName);
  await page.getByLabel("密码").fill(PASSWORD);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "退出" }).waitFor();
}

/** An authenticator of the browser's own, which has checked PIN, finger or face. */
async function addAuthenticator(
  page: Page,
): Promise<{ readonly session: CDPSession; readonly authenticatorId: string }> {
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable");
  const { authenticatorId } = await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { session, authenticatorId };
}

/** What axe finds on the page as it is, in both looks' words; with a picture where SCREENSHOTS names a folder. */
async function faultsIn(page: Page, name: string): Promise<string[]> {
  const folder = process.env["SCREENSHOTS"];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
  const found = await deskFaultsOf(page);
  return found.map((fault) => `${name}: ${fault}`);
}

test("a passkey is added with the password, named, signs in without a code, and is ended", async () => {
  const { personId } = await invite(city, "with-passkey", "reporter");
  const visitor = new Visitor(city);
  await visitor.ask("POST", "/session", { userName: "with-passkey", password: PASSWORD });
  const page = await openDesk("/");
  await addAuthenticator(page);
  await signIn(page, "with-passkey");
  await page.goto(`${desk}/account`);
  const adding = page.locator("form#passkey");
  await adding.getByLabel(/名称/).fill("办公电脑");
  await adding.getByLabel("核对密码").fill("not the password");
  await page.getByRole("button", { name: "添加通行密钥" }).click();
  await page.getByRole("alert").getByText("登录密码不正确").waitFor();
  await adding.getByLabel("核对密码").fill(PASSWORD);
  await page.getByRole("button", { name: "添加通行密钥" }).click();
  await page.getByText("通行密钥已添加，下次登录即可使用").waitFor();
  await page.getByText(/未使用过；只在该设备上/).waitFor();
  await page.getByRole("button", { name: "改名" }).click();
  await page.getByLabel("新名称").fill("我的电脑");
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await page.locator("strong", { hasText: "我的电脑" }).waitFor();
  // Two factors in one: with one-time codes on, a passkey is asked for none.
  const setUp = await visitor.ask("POST", "/session/second-factor/setup", { password: PASSWORD });
  await visitor.ask("POST", "/session/second-factor", { code: totp((setUp.body as { uri: string }).uri) });
  expect(await faultsIn(page, "account-zh-1280")).toEqual([]);
  await page.getByRole("button", { name: "退出" }).click();
  await page.getByRole("button", { name: "使用通行密钥" }).click();
  await page.getByRole("button", { name: "退出" }).waitFor();
  const { body } = await (
    await signedInAs(city, "auditor")
  ).ask("GET", `/audit?actor=${personId}&action=accounts/sign-in`);
  expect((body as { items: { detail: unknown }[] }).items[0]?.detail).toEqual({ by: "passkey" });
  await page.goto(`${desk}/account`);
  await page.getByText(/最近使用 \d{4}-/).waitFor();
  await page.getByRole("button", { name: "停用" }).click();
  await page.getByText("“我的电脑”立即不能再登录").waitFor();
  await page.locator(".undo").getByLabel("核对密码").fill(PASSWORD);
  await page.getByRole("button", { name: "确认停用" }).click();
  await page.getByText("还没有通行密钥。").waitFor();
  await page.getByRole("button", { name: "退出" }).click();
  await page.getByRole("button", { name: "使用通行密钥" }).click();
  await page.getByRole("alert").getByText("未能以通行密钥登录").waitFor();
  await page.context().close();
}, 120_000);

test("the server takes no passkey whose authenticator has not checked its owner, nor the answer to another question", async () => {
  await invite(city, "found-phone", "reporter");
  const page = await openDesk("/");
  const { session, authenticatorId } = await addAuthenticator(page);
  await signIn(page, "found-phone");
  await page.goto(`${desk}/account`);
  await page.locator("form#passkey").getByLabel(/名称/).fill("手机");
  await page.locator("form#passkey").getByLabel("核对密码").fill(PASSWORD);
  await page.getByRole("button", { name: "添加通行密钥" }).click();
  await page.getByText("通行密钥已添加，下次登录即可使用").waitFor();
  await page.getByRole("button", { name: "退出" }).click();
  await page.getByRole("button", { name: "使用通行密钥" }).waitFor();
  /** Signs in by a script of one's own, which asks the authenticator for less than our page does. */
  const attempt = (userVerification: string, isStale = false): Promise<unknown> =>
    page.evaluate(`(async () => {
      const post = (path, body) => fetch("/api/v1/session/passkey" + path, { method: "POST",
        headers: { "content-type": "application/json" }, ...(body ? { body: JSON.stringify(body) } : {}) });
      const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
      const { challenge, rpId } = await (await post("/options")).json();
      if (${isStale}) await post("/options");
      const publicKey = { challenge: bytes(challenge), rpId, userVerification: "${userVerification}" };
      const { id, rawId, type, response } = (await navigator.credentials.get({ publicKey })).toJSON();
      const { clientDataJSON, authenticatorData, signature } = response;
      const answer = { id, rawId, type, clientExtensionResults: {}, response: { clientDataJSON, authenticatorData, signature } };
      return (await post("", { answer })).status;
    })()`);
  expect(await attempt("required", true)).toBe(401);
  await session.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: false });
  expect(await attempt("discouraged")).toBe(401);
  await session.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: true });
  expect(await attempt("required")).toBe(200);
  await page.context().close();
}, 120_000);

test("somebody links the account with the identity service from another site, then signs on by it", async () => {
  await invite(city, "links-account", "reporter");
  const page = await openDesk("/");
  const signOn = async (account: string, begin: () => Promise<void>): Promise<void> => {
    // The service remembers nobody, so that each sign-on is seen.
    await page.context().clearCookies({ domain: "127.0.0.1" });
    await begin();
    await page.getByRole("heading", { name: "示例身份认证" }).waitFor();
    await page.getByLabel("账号").fill(account);
    await page.getByRole("button", { name: "登录" }).click();
  };
  // Whom nobody has linked is told what to do.
  await signOn("330100-he", () => page.getByRole("button", { name: "前往示例市统一身份认证" }).click());
  await page.getByRole("alert").getByText("该统一身份未与本平台的账号关联").waitFor();
  expect(new URL(page.url()).search).toBe("");
  expect(await faultsIn(page, "not-linked-zh-1280")).toEqual([]);
  await page.getByRole("link", { name: "返回登录" }).click();
  await signIn(page, "links-account");
  await page.goto(`${desk}/account`);
  await page.getByRole("button", { name: "关联", exact: true }).click();
  await page.locator(".undo").getByLabel("核对密码").fill(PASSWORD);
  await signOn("330100-he", () => page.getByRole("button", { name: "确认关联" }).click());
  await page.getByText("已关联，下次登录即可使用").waitFor();
  await page.getByText(/已关联，始于 \d{4}-/).waitFor();
  await page.getByRole("button", { name: "退出" }).click();
  await signOn("330100-he", () => page.getByRole("button", { name: "前往示例市统一身份认证" }).click());
  await page.getByRole("button", { name: "退出" }).waitFor();
  await page.goto(`${desk}/account`);
  await page.getByText("links-account").first().waitFor();
  await page.getByRole("button", { name: "解除关联" }).click();
  await page.locator(".undo").getByLabel("核对密码").fill(PASSWORD);
  await page.getByRole("button", { name: "确认解除关联" }).click();
  await page.locator(".state", { hasText: "未关联" }).waitFor();
  await page.context().close();
}, 120_000);

test("axe finds nothing on these screens in either language and theme, and none is wider than a phone", async () => {
  const supervisor = await signedInAs(city, "supervisor", "hs-credit-office");
  const faults: string[] = [];
  for (const look of LOOKS) {
    const page = await openDesk("/", look);
    const see = async (name: string, path: string): Promise<void> => {
      await page.goto(desk + path);
      await page.locator("h1").waitFor();
      await page.waitForLoadState("networkidle");
      faults.push(...(await faultsIn(page, `${name}-${look.language}-${look.width}`)));
    };
    await see("sign-in", "/");
    await see("sign-on-nothing", "/sign-on");
    await see("sign-on-refused", "/sign-on?state=none&code=none");
    await takeSession(page, { ...city, base: desk }, supervisor);
    await see("own-account", "/account");
    await see("people", "/people");
    await see("history", "/people/changes");
    const table = page.getByRole("table").or(page.locator(".cards"));
    expect(await table.first().textContent()).toContain("测试需要");
    await page.context().close();
  }
  expect(faults).toEqual([]);
}, 120_000);
