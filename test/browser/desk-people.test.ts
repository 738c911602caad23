import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startCity, type TestCity } from "../city.ts";
import { approve, invite, PASSWORD, signedInAs, totp, Visitor, type Invited } from "../fixtures/signed-in.ts";
import { deskFaultsOf, faultsOf } from "./axe.ts";
import { openBrowser } from "./browser.ts";
import { openDeskAs, type Look } from "./desk-session.ts";

let city: TestCity;
let browser: Browser;
let administrator: Visitor;
let supervisor: Visitor;
beforeAll(async () => {
  [city, browser] = await Promise.all([startCity(), openBrowser()]);
  administrator = await signedInAs(city, "administrator", "hs-credit-centre");
  supervisor = await signedInAs(city, "supervisor", "hs-credit-centre");
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
const openDesk = (path: string, visitor: Visitor | null, look: Partial<Look> = {}): Promise<Page> =>
  openDeskAs(browser, city, path, visitor, look);

/** What axe finds on these addresses in either language and theme, on a desktop and on a phone. */
async function faultsOn(paths: readonly string[], visitor: Visitor | null): Promise<string[]> {
  const faults: string[] = [];
  for (const { language, colorScheme, width } of LOOKS) {
    const page = await openDesk("/catalogue", visitor, { width, language, colorScheme, bypassCSP: true });
    for (const path of paths) {
      await page.goto(`${city.base}/desk${path}`);
      await page.locator("h1").waitFor();
      await page.waitForLoadState("networkidle");
      const found = await deskFaultsOf(page);
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

/** Both halves of an approved invitation. */
async function invitationOf(userName: string): Promise<{ readonly link: string; readonly code: string }> {
  const person = { userName, name: "示例受邀人", body: "hs-ecology", role: "counter-clerk", reason: "新到岗" };
  const { body } = await administrator.ask("POST", "/people", person);
  const { invitation, proceeding } = body as Invited;
  return { link: invitation.token, code: await approve(city, proceeding.proceedingId) };
}

test("an invited person sets a password, and the token leaves the address and the history", async () => {
  const { link, code } = await invitationOf("invited-lin");
  const page = await openDesk(`/invitation#${link}`, null);
  await page.getByRole("heading", { name: "设置密码", level: 1 }).waitFor();
  await page.waitForURL(`${city.base}/desk/invitation`);
  const length = await page.evaluate("history.length");
  await page.getByLabel("邀请码").fill(code);
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
  const { link, code } = await invitationOf("invited-wu");
  const token = `${link}.${code}`;
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

/** Chooses an option of one of the desk's choices by a part of its name. */
async function choose(page: Page, label: string, option: string): Promise<void> {
  const field = page.getByLabel(label, { exact: true });
  await field.click();
  await field.fill(option);
  await page.getByRole("option", { name: option }).first().waitFor({ state: "attached" });
  await page.keyboard.press("Enter");
}

test("an administrator invites a person, a supervisor approves the role, and the way in is shown once", async () => {
  const page = await openDesk("/people", administrator);
  await page.getByRole("heading", { name: "人员与密钥", level: 1 }).waitFor();
  await page.getByRole("link", { name: "邀请人员" }).click();
  await page.getByRole("heading", { name: "邀请人员", level: 1 }).waitFor();
  await page.getByLabel("姓名").fill("示例何");
  await page.getByLabel("用户名").fill("he-desk");
  await choose(page, "单位", "生态环境");
  await choose(page, "角色", "报送员");
  await page.getByRole("textbox", { name: "理由" }).fill("接替原报送员");
  await page.getByRole("button", { name: "邀请人员" }).click();
  await page.getByText("已邀请示例何，角色待另一人批准。").waitFor();
  const address = (await page.locator(".secret").textContent()) ?? "";
  expect(address).toMatch(/\/desk\/invitation#.{20,}$/);
  await page.getByRole("link", { name: "返回人员与密钥" }).click();
  const row = page.getByRole("row", { name: /授予示例何/ });
  await row.getByRole("button", { name: "撤回" }).waitFor();
  // Who proposed it may take it back, not approve it.
  expect(await row.getByRole("button").allTextContents()).toEqual(["撤回"]);
  await page.context().close();

  const other = await openDesk("/people", supervisor);
  const waiting = other.getByRole("row", { name: /授予示例何/ });
  await waiting.getByRole("button", { name: "批准", exact: true }).click();
  await other.getByText(/批准后，示例何立即可以在.+以“报送员”角色办理/).waitFor();
  await other.getByRole("textbox", { name: "理由" }).fill("同意");
  await other.getByRole("button", { name: "确认批准" }).click();
  await other.getByText(/已批准：授予示例何/).waitFor();
  await waiting.waitFor({ state: "detached" });
  await other.getByText("示例何的邀请码").waitFor();
  // A supervisor decides, but neither invites nor keeps keys.
  expect(await other.getByRole("link", { name: "程序的密钥" }).count()).toBe(0);
  await other.getByLabel("按姓名、用户名、单位或角色查找").fill("he-desk");
  const listed = other.getByRole("table", { name: "人员" }).getByRole("row").nth(1);
  expect(await listed.textContent()).toContain("报送员");
  expect(await listed.textContent()).toContain("已邀请，未设置密码");
  await other.context().close();
});

test("a role's end is proposed, approved in words of what it does, and in force at once", async () => {
  const reviewer = await signedInAs(city, "reviewer");
  const page = await openDesk("/people", administrator);
  await page.getByRole("link", { name: "示例reviewer-ecology" }).click();
  await page.getByRole("button", { name: "提出收回" }).click();
  await page.getByText(/另一人批准后，示例reviewer-ecology不再具有.+“复核员”角色/).waitFor();
  await page.getByRole("textbox", { name: "理由" }).first().fill("调离岗位");
  await page.getByRole("button", { name: "确认提出收回" }).click();
  await page.getByText("已提出，等待另一人审批").waitFor();
  await page.context().close();
  const other = await openDesk("/people", supervisor);
  const row = other.getByRole("row", { name: /收回示例reviewer-ecology/ });
  await row.getByRole("button", { name: "批准", exact: true }).click();
  await other.getByText(/批准后，示例reviewer-ecology立即失去/).waitFor();
  await other.getByRole("textbox", { name: "理由" }).fill("同意");
  await other.getByRole("button", { name: "确认批准" }).click();
  await other.getByText(/已批准：收回示例reviewer-ecology/).waitFor();
  await other.context().close();
  expect((await reviewer.ask("GET", "/session")).body).toMatchObject({ roles: [] });
});

test("a recovery and a role are proposed; the role is refused, the recovery's approval shows the invitation", async () => {
  const { personId } = await invite(city, "lost-password", "reporter");
  const page = await openDesk(`/people/${personId}`, administrator);
  await page.getByRole("heading", { name: "示例lost-password" }).waitFor();
  await page.getByRole("button", { name: "提出重新邀请" }).click();
  await page.getByRole("textbox", { name: "理由" }).last().fill("忘记密码");
  await page.getByRole("button", { name: "确认提出重新邀请" }).click();
  await page.getByText("已提出，等待另一人审批").waitFor();
  expect(await page.locator(".secret").textContent()).toContain("/desk/invitation#");
  await choose(page, "单位", "生态环境");
  await choose(page, "角色", "复核员");
  await page.getByRole("textbox", { name: "理由" }).fill("兼任复核");
  await page.getByRole("button", { name: "提出授予" }).click();
  await page.getByRole("link", { name: "查看待审批的变更" }).nth(1).waitFor();
  await page.context().close();

  const other = await openDesk("/people", supervisor);
  const recovery = other.getByRole("row", { name: /重新发出邀请/ });
  await recovery.getByRole("button", { name: "批准", exact: true }).click();
  await other.getByRole("textbox", { name: "理由" }).fill("已当面核实");
  await other.getByRole("button", { name: "确认批准" }).click();
  await other.getByText("示例lost-password的邀请码").waitFor();
  expect(await other.locator(".secret").textContent()).toMatch(/^[\w-]{43}$/);
  const grant = other.getByRole("row", { name: /lost-password在.+“复核员”/ });
  await grant.getByRole("button", { name: "不予批准" }).click();
  await other.getByRole("textbox", { name: "理由" }).fill("一人不兼两岗");
  await other.getByRole("button", { name: "确认不予批准" }).click();
  const refused = other.getByText(/不予批准：授予示例lost-password/);
  await refused.waitFor();
  expect(await refused.isVisible()).toBe(true);
  await other.context().close();
});

test("a key is made and shown once, works when another person approved it, and is ended with words of what that does", async () => {
  const page = await openDesk("/people/keys", administrator);
  await page.getByLabel("用途（如：许可系统报送）").fill("许可系统");
  await choose(page, "单位", "生态环境");
  await page.getByRole("textbox", { name: "理由" }).fill("系统对接");
  await page.getByRole("button", { name: "制发密钥" }).click();
  const secret = (await page.locator(".secret").textContent()) ?? "";
  const asked = () => fetch(`${city.base}/api/v1/batches`, { headers: { authorization: `Bearer ${secret}` } });
  await page.getByText("待另一人批准").waitFor();
  expect((await asked()).status).toBe(401);
  const { body } = await supervisor.ask("GET", "/access-changes?open=true&limit=200");
  const { items } = body as { items: readonly { procedure: string; proceedingId: string }[] };
  await approve(city, items.find(({ procedure }) => procedure === "key-issue")?.proceedingId ?? "");
  expect((await asked()).status).toBe(200);
  await page.reload();
  await page.getByRole("button", { name: "停用" }).click();
  await page.getByText(/使用密钥“许可系统”的程序立即无法再连接平台/).waitFor();
  await page.getByRole("button", { name: "确认停用" }).click();
  await page.getByText("已停用").waitFor();
  expect((await asked()).status).toBe(401);
  await page.context().close();
});

test("axe finds nothing on the screens of people and keys", async () => {
  const { personId } = await invite(city, "for-axe", "reporter");
  const paths = ["/people", `/people/${personId}`, "/people/nobody", "/people/invite", "/people/keys"];
  expect(await faultsOn(paths, administrator)).toEqual([]);
  expect(await faultsOn(["/people", "/people/keys"], supervisor)).toEqual([]);
}, 180_000);

test("an auditor finds entries by conditions that stay in the address, and takes them out as a file", async () => {
  const auditor = await signedInAs(city, "auditor", "hs-credit-centre");
  const page = await openDesk("/audit", auditor);
  await page.getByRole("table", { name: "审计" }).waitFor();
  await page.getByRole("textbox", { name: "操作", exact: true }).fill("accounts/");
  await choose(page, "所代表的单位", "信用信息中心");
  await page.getByLabel("自（含当日）").fill("2020-01-01");
  await page.getByRole("button", { name: "查询" }).click();
  await page.waitForURL(/action=accounts%2F/);
  expect(new URL(page.url()).search).toBe("?body=hs-credit-centre&action=accounts%2F&from=2020-01-01");
  await page.reload();
  await page.getByRole("table", { name: "审计" }).waitFor();
  expect(await page.getByRole("textbox", { name: "操作", exact: true }).inputValue()).toBe("accounts/");
  const actions = await page.locator("td.steady code").allTextContents();
  expect([...new Set(actions.map((action) => action.split("/")[0]))]).toEqual(["accounts"]);
  const waitForFile = page.waitForEvent("download");
  await page.getByRole("button", { name: "导出 CSV" }).click();
  expect((await waitForFile).suggestedFilename()).toBe("审计.csv");
  await page.goto(`${city.base}/desk/audit?from=yesterday`);
  await page.getByRole("alert").waitFor();
  await page.goto(`${city.base}/desk/audit?target=nothing-here`);
  await page.getByText("没有符合条件的审计记录").waitFor();
  await page.context().close();
  expect(await faultsOn(["/audit", "/audit?from=yesterday"], auditor)).toEqual([]);
}, 120_000);

test("somebody sets one-time codes up and changes the password, and signs in with both", async () => {
  await invite(city, "own-account", "reporter");
  const visitor = new Visitor(city);
  await visitor.ask("POST", "/session", { userName: "own-account", password: PASSWORD });
  expect(await faultsOn(["/account"], visitor)).toEqual([]);
  const page = await openDesk("/account", visitor, { bypassCSP: true });
  await page.getByLabel("登录密码").fill("not my password");
  await page.getByRole("button", { name: "设置动态码" }).click();
  await page.getByRole("alert").waitFor();
  await page.getByLabel("登录密码").fill(PASSWORD);
  await page.getByRole("button", { name: "设置动态码" }).click();
  const link = page.getByRole("link", { name: "在本机的验证器中打开" });
  const uri = (await link.getAttribute("href")) ?? "";
  expect(await page.locator(".secret").textContent()).toMatch(/^([A-Z2-7]{4} )+[A-Z2-7]{1,4}$/);
  expect(await faultsOf(page)).toEqual([]);
  await page.getByLabel("动态码", { exact: true }).fill(totp(uri));
  await page.getByRole("button", { name: "确认启用" }).click();
  await page.getByText("动态码已启用，下次登录时输入").waitFor();
  await page.getByLabel("当前密码").fill(PASSWORD);
  await page.getByLabel("新密码", { exact: true }).fill("another passphrase");
  await page.getByLabel("再次输入新密码").fill("another passphrase");
  await page.getByRole("button", { name: "更换密码" }).click();
  await page.getByText("密码已更换").waitFor();
  await page.context().close();
  const later = new Visitor(city);
  const answer = await later.ask("POST", "/session", { userName: "own-account", password: "another passphrase" });
  expect(answer.body).toEqual({ secondFactorNeeded: true });
}, 120_000);
