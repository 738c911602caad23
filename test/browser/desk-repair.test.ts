import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { sql } from "kysely";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startCity, type Receipt, type TestCity } from "../city.ts";
import { inventedIdentityNumber, inventedUscc, reportCsv } from "../fixtures/report-files.ts";
import { invite, PASSWORD, signedInAs, type Visitor } from "../fixtures/signed-in.ts";
import { faultsOf } from "./axe.ts";
import { openBrowser } from "./browser.ts";
import { openDeskAs, type Look } from "./desk-session.ts";

const ITEM = "administrative-licence";
const REAL = process.env["MINGXIN_REAL_DATA"] ?? resolve(import.meta.dirname, "../../../shared/data/real");

let city: TestCity;
let browser: Browser;
beforeAll(async () => {
  [city, browser] = await Promise.all([startCity(), openBrowser()]);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await city.stop();
});

const openDesk = (path: string, visitor: Visitor | null, look: Partial<Look> = {}): Promise<Page> =>
  openDeskAs(browser, city, path, visitor, { width: 1280, ...look, bypassCSP: true });

/** The selected cell of a grid. */
const selected = (grid: Locator): Locator => grid.locator("[role=gridcell][aria-selected=true]");

test("as a new reporter: two rows of a real file are refused, one is repaired by its suggestion, one explained, and the page appears", async ({
  skip,
}) => {
  const file = await readFile(`${REAL}/licences_nmpa_2021.csv`).catch(() => null);
  if (!file) return skip(`no real data in ${REAL}; set MINGXIN_REAL_DATA`);
  const supervisor = await signedInAs(city, "supervisor");
  await invite(city, "new-reporter", "reporter", "nmpa");
  const page = await openDesk(`/report?item=${ITEM}`, null);
  await page.getByLabel("用户名").fill("new-reporter");
  await page.getByLabel("密码").fill(PASSWORD);
  await page.keyboard.press("Enter");
  await page.getByLabel("文件来源").click();
  await page.keyboard.type("国家药品监督管理局");
  await page.getByRole("option", { name: "国家药品监督管理局" }).first().waitFor({ state: "attached" });
  await page.keyboard.press("Enter");
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "licences_nmpa_2021.csv", mimeType: "text/csv", buffer: file });
  await page.getByRole("button", { name: "报送 licences_nmpa_2021.csv" }).click();
  await page.getByText("2 行退回，其余 133 行已处理").waitFor();
  const batchPage = page.url();

  const grid = page.getByRole("grid");
  await grid.focus();
  await expect.poll(() => selected(grid).textContent()).toContain("914413226178669XB");
  await page.keyboard.press("Alt+Enter");
  await expect.poll(() => selected(grid).textContent()).toContain("原为 914413226178669XB");
  const repaired = /91[0-9A-Z]{16}/.exec((await selected(grid).textContent()) ?? "")?.[0] ?? "";
  await page.keyboard.press("ArrowDown");
  await page.getByRole("button", { name: "不能改正，说明原因" }).click();
  await page.getByLabel("答复").click();
  await page.getByRole("option").first().waitFor({ state: "attached" });
  await page.keyboard.press("Enter");
  await page.getByLabel("说明", { exact: true }).fill("许可证原件所载代码即如此，已函告发证机关核实");
  await page.getByRole("button", { name: "说明 1 行" }).click();
  await page.getByRole("row", { name: "第 119 行" }).waitFor({ state: "detached" });
  await page.getByRole("button", { name: "仅重新报送已修改的 1 行" }).click();
  await page.getByText("重新报送的 1 行已全部入库").waitFor();
  await page.getByText("退回的行都已处理").waitFor();
  const found = await city.json<{ items: readonly { uscc: string; recordId: string }[] }>(
    "/api/v1/publicity?body=nmpa&limit=200",
  );
  const record = found.items.find(({ uscc }) => uscc === repaired);
  expect(found.items).toHaveLength(134);
  expect(await (await city.get(`/records/${record?.recordId ?? ""}`)).text()).toContain("美雅（惠州）化妆品有限公司");
  await page.context().close();

  // The reviewer of the body and the supervisor see the rows and what became of them; neither is offered to change one.
  for (const [visitor, isOfCreditOffice] of [
    [await signedInAs(city, "reviewer", "nmpa"), false],
    [supervisor, true],
  ] as const) {
    const other = await openDesk(new URL(batchPage).pathname.replace("/desk", ""), visitor);
    await other.getByText("您的角色可以查看退回的行").waitFor();
    await other.getByLabel("显示").click();
    await other.getByRole("option").first().waitFor({ state: "attached" });
    await other.keyboard.press("ArrowDown");
    await other.keyboard.press("Enter");
    await other.getByRole("row", { name: "第 19 行" }).waitFor();
    expect(await other.getByRole("button", { name: /重新报送|说明原因|编辑|接受/ }).count()).toBe(0);
    expect(await other.getByRole("link", { name: "待确认" }).count()).toBe(isOfCreditOffice ? 1 : 0);
    await other.context().close();
  }
  const stranger = await openDesk(new URL(batchPage).pathname.replace("/desk", ""), await signedInAs(city, "reporter"));
  await stranger.getByText("没有这一批次").waitFor();
  expect(await stranger.getByRole("grid").count()).toBe(0);
  await stranger.context().close();
}, 60_000);

test("by keyboard: suggestions of a cause at once, undone as one; changes survive reloading, numbers of persons do not", async () => {
  const reporter = await signedInAs(city, "reporter", "hs-water");
  const person = inventedIdentityNumber(11);
  const firm = (at: number, cells: Record<string, string>) => ({
    subjectName: `黄石示例${at}号商贸有限公司（示例）`,
    uscc: inventedUscc(81_000 + at),
    documentNumber: `黄示许〔2026〕${81_000 + at}号`,
    sourceName: "黄石市水利和湖泊局",
    ...cells,
  });
  const late = { decisionDate: "26/3/5", validFrom: "2026-03-05" };
  const file = reportCsv(ITEM, [
    firm(1, late),
    firm(2, { ...late, licenceKind: "普通类" }),
    firm(3, late),
    firm(4, { ...late, personDocumentType: "身份证", personDocumentNumber: `${person}9` }),
  ]);
  const sent = await reporter.ask("POST", `/batches?item=${ITEM}`, file, { "content-type": "text/csv" });
  const { batchId } = sent.body as Receipt;
  const page = await openDesk(`/report/${batchId}`, reporter, { colorScheme: "dark" });
  const grid = page.getByRole("grid");
  await grid.waitFor();
  expect(await faultsOf(page)).toEqual([]);

  await page.getByRole("button", { name: /^接受 4 处建议：/ }).click();
  await page.getByText("已修改 4 行 4 格").waitFor();
  await page.keyboard.press("Control+z");
  await page.getByText("还没有修改").waitFor();
  await grid.focus();
  await page.keyboard.press("Alt+ArrowDown");
  await expect.poll(() => selected(grid).textContent()).toMatch(/普通类|26\/3\/5/);
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await page.getByText("还没有修改").waitFor();
  await page.getByRole("button", { name: /^接受 4 处建议：/ }).click();
  await page.getByRole("button", { name: /^接受 1 处建议：/ }).click();
  await page.getByText("已修改 4 行 5 格").waitFor();

  const secret = page.getByRole("columnheader", { name: "证件号码" }).first();
  const place = Number(await secret.getAttribute("aria-colindex"));
  const cell = page.getByRole("row", { name: "第 5 行" }).locator(`[aria-colindex="${place}"]`);
  await cell.dblclick();
  expect(await cell.locator("input").inputValue()).toBe("");
  await cell.locator("input").fill(person);
  await page.keyboard.press("Tab");
  await page.getByText("已修改 4 行 6 格").waitFor();
  const kept = await page.evaluate("JSON.stringify(sessionStorage)");
  expect(kept).toContain("2026-03-05");
  expect(kept).not.toContain(person.slice(0, 17));
  await page.reload();
  await page.getByText("已修改 4 行 5 格").waitFor();

  // Somebody explains a row meanwhile: what stands otherwise by now is told, shown, and does not go in.
  const words = { rows: [4], answer: "other", words: "另有更正文书" };
  await reporter.ask("POST", `/batches/${batchId}/explanations`, words);
  await page.getByRole("button", { name: "仅重新报送已修改的 4 行" }).click();
  await page.getByText("所列的行已不在可以办理的状态").waitFor();
  await page.getByRole("button", { name: "仅重新报送已修改的 3 行" }).click();
  await page.getByText("重新报送的 3 行：1 行再次退回").waitFor();
  await page.getByRole("link", { name: "继续改正再次退回的行" }).click();
  await page.getByRole("row", { name: "第 5 行" }).waitFor();
  expect(await page.getByRole("grid").getAttribute("aria-rowcount")).toBe("2");
  await page.context().close();

  const phone = await openDesk(`/report/${batchId}`, reporter, { width: 390, language: "en" });
  await phone.getByText("all rejected rows are dealt with", { exact: false }).waitFor();
  await phone.getByLabel("Show").click();
  await phone.getByRole("option").first().waitFor({ state: "attached" });
  await phone.keyboard.press("ArrowDown");
  await phone.keyboard.press("Enter");
  await phone.getByRole("article", { name: "Row 4" }).getByText("explained").waitFor();
  expect(await faultsOf(phone)).toEqual([]);
  await phone.context().close();
}, 60_000);

test("a closed tab finds the progress again, a dead worker is told in red, and the batch resumes to the same counts", async () => {
  const reporter = await signedInAs(city, "reporter", "hs-justice");
  const rows = Array.from({ length: 40 }, (_, at) => ({
    subjectName: `黄石示例${at}号工贸有限公司（示例）`,
    uscc: at === 7 ? "坏代码" : inventedUscc(83_000 + at),
    documentNumber: `黄示许〔2026〕${83_000 + at}号`,
    sourceName: "黄石市司法局",
  }));
  const handIn = async (file: string): Promise<string> => {
    const sent = await reporter.ask("POST", `/batches?item=${ITEM}`, file, { "content-type": "text/csv" });
    return (sent.body as Receipt).batchId;
  };
  let batchId = "";
  await city.database.admin.transaction().execute(async (tx) => {
    // As long as this is held, the worker waits with the first batch and takes up no second one.
    await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`merge ${ITEM}`}, 0))`.execute(tx);
    await handIn(reportCsv(ITEM, rows.slice(0, 1)));
    batchId = await handIn(reportCsv(ITEM, rows));
    // Another worker has it, and is in the middle of it.
    const hold = (seconds: number) =>
      sql`UPDATE batches SET state = 'merging', rows_read = 1200, rows_filed = 800,
        lease_until = now() + make_interval(secs => ${seconds}) WHERE batch_id = ${batchId}`.execute(
        city.database.admin,
      );
    await hold(300);
    const tab = await openDesk(`/report/${batchId}`, reporter);
    await tab.getByText("1,200").waitFor();
    await tab.context().close();
    const page = await openDesk(`/report/${batchId}`, reporter);
    await page.getByText("1,200").waitFor();
    expect(await page.getByRole("alert").count()).toBe(0);
    await hold(-1);
    await page.getByRole("alert").getByText("负责这一批的进程已停止").waitFor();
    await page.context().close();
  });
  const page = await openDesk(`/report/${batchId}`, reporter);
  await page.getByText("1 行退回，其余 39 行已处理").waitFor();
  const receipt = (await reporter.ask("GET", `/batches/${batchId}`)).body as Receipt;
  expect(receipt.counts).toMatchObject({ rows: 40, accepted: 38, duplicates: 1, rejected: 1 });
  await page.context().close();
}, 60_000);
