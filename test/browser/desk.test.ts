import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startCity, type Receipt, type TestCity } from "../city.ts";
import { inventedUscc, reportCsv } from "../fixtures/report-files.ts";
import { deskFaultsOf, faultsOf } from "./axe.ts";
import { openBrowser } from "./browser.ts";
import { openDeskOf, signIn, type DeskRole, type Look } from "./desk-session.ts";
import { invite, PASSWORD, totp, Visitor } from "../fixtures/signed-in.ts";

const LICENCE = "administrative-licence";
const NAME = "黄石工作台示例有限公司（示例）";
/** How the standard writes that a party has no credit code. */
const NO_CODE = "00000000000000000X";

let city: TestCity;
let browser: Browser;
let receipt: Receipt;
let waiting = "";
beforeAll(async () => {
  [city, browser] = await Promise.all([startCity(), openBrowser()]);
  receipt = await city.report(
    LICENCE,
    reportCsv(LICENCE, [
      { subjectName: NAME, uscc: inventedUscc(821), documentNumber: "黄示许〔2026〕821号" },
      { subjectName: NAME, uscc: "坏代码", documentNumber: "黄示许〔2026〕822号" },
      { subjectName: NAME, uscc: NO_CODE, documentNumber: "黄示许〔2026〕823号" },
      { subjectName: NAME, uscc: NO_CODE, documentNumber: "黄示许〔2026〕824号" },
    ]),
  );
  const { items } = await city.json<{ items: readonly { key: string }[] }>("/api/v1/reviews", {
    asAdministrator: true,
  });
  waiting = items[0]?.key ?? "";
}, 120_000);
afterAll(async () => {
  await browser.close();
  await city.stop();
});

const openDesk = (path: string, role: DeskRole, look: Partial<Look> = {}): Promise<Page> =>
  openDeskOf(browser, city, path, role, look);

const SCREENS = (): readonly (readonly [string, string, DeskRole])[] => [
  ["sign-in", "/", "anonymous"],
  ["a first password", "/", "first-password"],
  ["report", "/report", "operator"],
  ["a batch", `/report/${receipt.batchId}`, "operator"],
  ["no such batch", "/report/00000000-0000-7000-8000-000000000000", "operator"],
  ["without the right", "/report", "no-rights"],
  ["review", "/review", "operator"],
  ["a waiting row", `/review/${waiting}`, "operator"],
  ["judgements", "/review/judgements", "operator"],
  ["timeliness", "/timeliness", "operator"],
  ["decisions", "/timeliness/decisions", "operator"],
  ["catalogue", "/catalogue", "operator"],
  ["an item", `/catalogue/${LICENCE}`, "operator"],
  ["bodies", "/bodies?show=all", "operator"],
  ["no screen", "/nothing-here", "operator"],
];

describe.each([
  ["zh", "light", 1440],
  ["en", "dark", 1440],
  ["zh", "dark", 390],
  ["en", "light", 390],
] as const)("in %s, %s, %i px wide", (language, colorScheme, width) => {
  test("axe finds nothing on any screen, each speaks one language and fits its width", async () => {
    const page = await openDesk("/", "operator", { width, language, colorScheme, bypassCSP: true });
    const faults: string[] = [];
    for (const [name, path, role] of SCREENS()) {
      await signIn(page, city, role);
      await page.goto(`${city.base}/desk${path}`);
      await page.locator("h1").waitFor();
      await page.waitForLoadState("networkidle");
      const found = await deskFaultsOf(page);
      if ((await page.locator("html").getAttribute("lang")) !== (language === "zh" ? "zh-CN" : "en"))
        found.push("another language");
      faults.push(...found.map((fault) => `${name}: ${fault}`));
    }
    await page.context().close();
    expect(faults).toEqual([]);
  }, 180_000);
});

test("by keyboard: the palette finds a batch by its number, and Escape closes it", async () => {
  const page = await openDesk("/catalogue", "operator");
  await page.locator("h1").waitFor();
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog").getByRole("option").first().waitFor();
  await page.keyboard.type(receipt.batchId);
  await page.getByRole("option", { name: "批次" }).waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL(`${city.base}/desk/report/${receipt.batchId}`);
  const heading = page.getByRole("heading", { name: "upload", level: 1 });
  await heading.waitFor();
  expect(await heading.isVisible()).toBe(true);
  await page.context().close();
});

test.each(["light", "dark"] as const)(
  "axe finds nothing on the open palette or an open choice, %s",
  async (colorScheme) => {
    const page = await openDesk("/report", "operator", { colorScheme, bypassCSP: true });
    await page.getByRole("heading", { name: "报送记录" }).waitFor();
    await page.getByLabel("事项").first().click();
    await page.getByRole("option", { name: "行政许可" }).first().waitFor({ state: "attached" });
    const ofChoice = await faultsOf(page);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+k");
    await page.getByRole("dialog").getByRole("option").first().waitFor();
    const ofPalette = await faultsOf(page);
    await page.context().close();
    expect([...ofChoice, ...ofPalette]).toEqual([]);
  },
);

test("a file is handed in, its batch has an address that survives reloading, and its causes are told with remedies", async () => {
  const page = await openDesk(`/report?item=${LICENCE}`, "operator");
  const content = reportCsv(LICENCE, [
    { subjectName: NAME, uscc: inventedUscc(821), documentNumber: "黄示许〔2026〕831号" },
    { subjectName: NAME, uscc: "坏代码", documentNumber: "黄示许〔2026〕832号" },
  ]);
  const file = { name: "十一月许可.csv", mimeType: "text/csv", buffer: Buffer.from(content) };
  await page.locator("input[type=file]").setInputFiles(file);
  const button = page.getByRole("button", { name: "报送 十一月许可.csv" });
  await button.focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/desk\/report\/[0-9a-f-]{36}$/);
  await page.getByText("1 行退回，其余 1 行已处理").waitFor();
  await page.reload();
  await page.getByText("1 行退回，其余 1 行已处理").waitFor();
  expect(await page.locator(".causes").textContent()).toContain("办法：");
  const address = (await page.getByRole("link", { name: "下载批注文件" }).getAttribute("href")) ?? "";
  const annotated = await city.get(address, { asAdministrator: true });
  expect([annotated.status, annotated.headers.get("content-disposition")]).toEqual([
    200,
    expect.stringContaining("attachment"),
  ]);
  await page.context().close();
});

test("a batch whose worker died says so in red, and a lost platform is told with what to do", async () => {
  const page = await openDesk("/catalogue", "operator");
  const batch = await city.json<Receipt>(`/api/v1/batches/${receipt.batchId}`, { asAdministrator: true });
  await page.route(`**/api/v1/batches/${receipt.batchId}`, (route) =>
    route.fulfill({ json: { ...batch, state: "merging", interrupted: true, finishedAt: null, counts: null } }),
  );
  await page.goto(`${city.base}/desk/report/${receipt.batchId}`);
  const alert = page.getByRole("alert");
  await alert.waitFor();
  expect(await alert.textContent()).toContain("负责这一批的进程已停止");
  await page.route("**/api/v1/reviews?*", (route) => route.abort());
  await page.goto(`${city.base}/desk/review`);
  await page.getByRole("alert").waitFor({ timeout: 30_000 });
  expect(await page.getByRole("alert").textContent()).toContain("连接不上平台");
  await page.context().close();
});

test("a waiting row is judged with a reason and in words, and the judgement is undone", async () => {
  const page = await openDesk(`/review/${waiting}`, "operator");
  await page.getByRole("radio", { name: `属于此主体 ${NAME}` }).check();
  await page.getByLabel("判定理由").fill("营业执照名称一致");
  expect(await page.getByRole("status").last().textContent()).toContain(`将把这一行记入“${NAME}”名下`);
  await page.getByRole("button", { name: "确认判定" }).click();
  await page.getByText("已判定：归属某主体").waitFor();
  await page.getByRole("button", { name: "撤销" }).click();
  await page.getByLabel("撤销“归属某主体”的理由").fill("复核后证据不足");
  await page.getByRole("button", { name: "撤销这一判定" }).click();
  await page.getByText("已撤销，恢复原状。").waitFor();
  const { items } = await city.json<{ items: readonly { key: string }[] }>("/api/v1/reviews", {
    asAdministrator: true,
  });
  expect(items.map(({ key }) => key)).toContain(waiting);
  await page.context().close();
});

test("signing in asks for the second factor where the account has one, and a wrong password is told as such", async () => {
  await invite(city, "zhou", "reviewer");
  const before = new Visitor(city);
  await before.ask("POST", "/session", { userName: "zhou", password: PASSWORD });
  const setUp = await before.ask("POST", "/session/second-factor/setup", { password: PASSWORD });
  const { uri } = setUp.body as { uri: string };
  await before.ask("POST", "/session/second-factor", { code: totp(uri) });
  const page = await openDesk("/", "anonymous");
  await page.getByLabel("用户名").fill("zhou");
  await page.getByLabel("密码").fill("wrong, though long enough");
  await page.keyboard.press("Enter");
  await page.getByRole("alert").getByText("用户名或密码不正确").waitFor();
  await page.getByLabel("密码").fill(PASSWORD);
  await page.keyboard.press("Enter");
  const code = totp(uri);
  await page.getByLabel("验证码").fill(`${code.slice(0, 3)} ${code.slice(3)}`);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "今日待办", level: 1 }).waitFor();
  await page.getByRole("link", { name: "报送", exact: true }).click();
  await page.getByRole("heading", { name: "报送", level: 1 }).waitFor();
  // What a reviewer may open and do, and nothing else.
  expect(await page.locator("input[type=file]").count()).toBe(0);
  const screens = await page.getByRole("navigation", { name: "工作台导航" }).getByRole("link").allTextContents();
  expect(screens).toEqual(expect.arrayContaining(["报送", "时效", "事项目录"]));
  for (const name of ["待确认", "人员与密钥", "审计"]) expect(screens).not.toContain(name);
  await page.context().close();
});

test("whoever has a password that somebody else chose must change it first", async () => {
  const page = await openDesk("/", "first-password");
  await page.getByLabel("当前密码").fill(PASSWORD);
  await page.getByLabel("新密码", { exact: true }).fill("a passphrase of my own");
  await page.getByLabel("再次输入新密码").fill("a passphrase of my own");
  await page.keyboard.press("Enter");
  await page.getByRole("navigation", { name: "工作台导航" }).waitFor();
  const later = new Visitor(city);
  const signedIn = await later.ask("POST", "/session", { userName: "new-here", password: "a passphrase of my own" });
  expect(signedIn.body).toMatchObject({ roles: ["reporter"], mustChangePassword: false });
  await page.context().close();
});

test("who is signed out in the middle of the work signs in again at the same address", async () => {
  const page = await openDesk("/review", "operator");
  await page.getByRole("heading", { name: "待确认" }).waitFor();
  await signIn(page, city, "anonymous");
  await page.getByRole("link", { name: "判定记录" }).click();
  await page.getByText("登录已失效").waitFor();
  await page.getByRole("button", { name: "重新登录" }).click();
  await page.getByLabel("用户名").waitFor();
  expect(new URL(page.url()).pathname).toBe("/desk/review/judgements");
  await page.context().close();
});

test("language and theme are chosen by words and kept", async () => {
  const page = await openDesk("/timeliness", "operator");
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("heading", { name: "Timeliness" }).waitFor();
  await page.getByLabel("Theme").selectOption("dark");
  await page.reload();
  await page.getByRole("heading", { name: "Timeliness" }).waitFor();
  expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
  await page.context().close();
});

test("the page's own policy is strict, and nothing of the desk offends it", async () => {
  const page = await openDesk("/report", "operator");
  const offences: string[] = [];
  page.on("console", (message) => {
    if (/Content Security Policy/i.test(message.text())) offences.push(message.text());
  });
  await page.reload();
  await page.getByRole("combobox").first().click();
  await page.getByRole("button", { name: "导出 CSV" }).waitFor();
  for (const [, path] of SCREENS()) {
    await page.goto(`${city.base}/desk${path}`);
    await page.waitForLoadState("networkidle");
  }
  expect(offences).toEqual([]);
  const answer = await city.get("/desk/report");
  const policy = answer.headers.get("content-security-policy") ?? "";
  expect(policy).not.toContain("unsafe");
  expect(answer.headers.get("cache-control")).toBe("no-store");
  const script = /src="(\/desk\/assets\/[\w.-]+\.js)"/.exec(await answer.text())?.[1] ?? "";
  const asset = await city.get(script);
  expect(asset.headers.get("cache-control")).toContain("immutable");
  expect(asset.headers.get("content-encoding")).toMatch(/^(br|gzip)$/);
  await page.context().close();
}, 120_000);

test("any table goes out as a file, all pages of it", async () => {
  const page = await openDesk("/report", "operator");
  const waitForFile = page.waitForEvent("download");
  await page.getByRole("button", { name: "导出 XLSX" }).click();
  expect((await waitForFile).suggestedFilename()).toBe("报送记录.xlsx");
  await page.context().close();
});
