import { SMTPServer } from "smtp-server";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openRuntime, type Runtime } from "../../src/app/runtime.ts";
import { sendReminders } from "#notices";
import { dateOf, parseInstant, type Clock, type Instant } from "../../src/kernel/time.ts";
import { readConfig } from "../../src/platform/config.ts";
import { startCity, type Receipt, type TestCity } from "../city.ts";
import { inventedUscc, reportCsv } from "../fixtures/report-files.ts";
import { approve, invite, PASSWORD, signedInAs, Visitor } from "../fixtures/signed-in.ts";

const PENALTY = "administrative-penalty";
const BODY = "hs-education";
const on = (day: string): Instant => {
  const instant = parseInstant(`${day}T10:00:00+08:00`);
  if (!instant) throw new Error(day);
  return instant;
};

let now = on("2026-11-16");
const clock: Clock = { now: () => now, today: () => dateOf(now) };
const mails: string[] = [];
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onData: (stream, session, done) => {
    stream.resume();
    stream.on("end", () => {
      mails.push(session.envelope.rcptTo.map(({ address }) => address).join());
      done();
    });
  },
});

let city: TestCity;
let runtime: Runtime;
let reporter: Visitor;
let operator: Visitor;
beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const port = (server.server.address() as AddressInfo).port;
  const settings = { MINGXIN_SMTP_URL: `smtp://127.0.0.1:${port}`, MINGXIN_MAIL_FROM: "notice@city.example" };
  city = await startCity({ clock, settings });
  const config = readConfig({ MINGXIN_DATA: city.dataDirectory, MINGXIN_SAMPLE: "0", LOG_LEVEL: "fatal" });
  runtime = await openRuntime(config, city.database.urls, clock);
  // A body that owes no monthly report, so that Today shows what the test brings about.
  reporter = await signedInAs(city, "reporter", BODY);
  operator = await signedInAs(city, "operator");
});
afterAll(async () => {
  await runtime.close();
  await city.stop();
  await new Promise<void>((closed) => server.close(closed));
});

interface Told {
  readonly noticeId: string;
  readonly kind: string;
  readonly title: { readonly zh: string };
  readonly text: { readonly zh: string };
  readonly link: string;
  readonly dueOn: string | null;
  readonly readAt: string | null;
  readonly endedAt: string | null;
}

/** Whatever anybody was shown. */
const seen: Told[] = [];

async function inbox(visitor: Visitor, query = ""): Promise<{ items: readonly Told[]; next: string | null }> {
  const { status, body } = await visitor.ask("GET", `/notices${query}`);
  expect(status).toBe(200);
  const page = body as { items: readonly Told[]; next: string | null };
  seen.push(...page.items);
  return page;
}

const titles = async (visitor: Visitor): Promise<string[]> => (await inbox(visitor)).items.map(({ title }) => title.zh);

async function today(visitor: Visitor): Promise<readonly (readonly unknown[])[]> {
  const { body } = await visitor.ask("GET", "/today");
  const { lines } = body as {
    lines: readonly { duty: string; urgency: string; count: number; dueOn: string | null }[];
  };
  return lines.map(({ duty, urgency, count, dueOn }) => [duty, urgency, count, dueOn]);
}

async function report(visitor: Visitor, rows: readonly Readonly<Record<string, string>>[]): Promise<Receipt> {
  const file = reportCsv(PENALTY, rows);
  const sent = await visitor.ask("POST", `/batches?item=${PENALTY}`, file, { "content-type": "text/csv" });
  const { batchId } = sent.body as Receipt;
  for (;;) {
    const receipt = (await visitor.ask("GET", `/batches/${batchId}`)).body as Receipt;
    if (["done", "refused", "failed"].includes(receipt.state)) return receipt;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const row = (serial: number, cells: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  subjectName: `示例提醒${serial}有限公司（示例）`,
  uscc: inventedUscc(52_000 + serial),
  documentNumber: `黄示罚〔2026〕${serial}号`,
  decisionDate: "2026-11-13",
  sourceName: "黄石市教育局",
  severity: "一般",
  ...cells,
});
const UNDECIDED = { severity: "" };
const NO_CODE = { uscc: "00000000000000000X" };

let returned: Receipt;

test("a batch with returned and waiting rows is told to whoever handed it in, by notice and mail, and to nobody else", async () => {
  const other = await signedInAs(city, "reporter", "hs-water");
  const mail = { address: "reporter@city.example", wanted: true };
  expect(await reporter.ask("POST", "/session/mail", mail)).toMatchObject({
    status: 200,
    body: { enabled: true, ...mail },
  });
  expect(await titles(reporter)).toEqual([]);
  returned = await report(reporter, [row(1), row(2, { uscc: "bad" }), row(3, NO_CODE), row(4, UNDECIDED)]);
  expect(returned.counts).toMatchObject({ rows: 4, accepted: 2, review: 1, rejected: 1 });
  const { items } = await inbox(reporter);
  expect(items).toMatchObject([{ kind: "batch-returned", link: `/report/${returned.batchId}`, readAt: null }]);
  expect(items[0]?.text.zh).toContain("共 4 行，退回 1 行，待确认 1 行");
  expect([await titles(other), await titles(operator)]).toEqual([[], []]);
  while (mails.length === 0) await new Promise((resolve) => setImmediate(resolve));
  expect(mails).toEqual(["reporter@city.example"]);
  await report(reporter, [row(5)]);
  expect(await titles(reporter)).toHaveLength(1);
});

test("today shows returned rows and terms to whose they are, rows in review to who judges them", async () => {
  expect(await today(reporter)).toEqual([
    ["unpublished-decisions", "open", 1, "2026-11-24"],
    ["returned-rows", "open", 1, null],
  ]);
  expect(await today(operator)).toEqual([["rows-in-review", "open", 1, "2026-11-24"]]);
  const { body } = await reporter.ask("GET", "/today");
  expect(body).toMatchObject({ day: "2026-11-16", unread: 1, lines: [{}, { link: `/report/${returned.batchId}` }] });
});

test("terms are reminded of three and one working days before, on the last day and once over, each once however often it runs", async () => {
  const told: unknown[] = [];
  for (const day of [
    "2026-11-18",
    "2026-11-19",
    "2026-11-20",
    "2026-11-23",
    "2026-11-24",
    "2026-11-25",
    "2026-11-26",
  ]) {
    now = on(day);
    told.push([day, await sendReminders(runtime.notices), await sendReminders(runtime.notices)]);
  }
  expect(told).toEqual([
    ["2026-11-18", 0, 0],
    ["2026-11-19", 2, 0],
    ["2026-11-20", 0, 0],
    ["2026-11-23", 2, 0],
    ["2026-11-24", 2, 0],
    ["2026-11-25", 2, 0],
    ["2026-11-26", 0, 0],
  ]);
  const reminders = (await inbox(reporter)).items.filter(({ kind }) => kind === "reminder");
  expect(reminders.map(({ title }) => title.zh.split("：")[1])).toEqual([
    "已逾期",
    "今日到期",
    "1个工作日内到期",
    "3个工作日内到期",
  ]);
  expect(reminders[0]).toMatchObject({ dueOn: "2026-11-24", link: "/timeliness/decisions?body=hs-education" });
  expect((await today(reporter))[0]).toEqual(["unpublished-decisions", "overdue", 1, "2026-11-24"]);
  // A colleague who comes later sees what the body was told; of another body nobody does.
  await invite(city, "new-colleague", "reporter", BODY);
  const colleague = new Visitor(city);
  await colleague.ask("POST", "/session", { userName: "new-colleague", password: PASSWORD });
  expect(await titles(colleague)).toHaveLength(4);
  const other = new Visitor(city);
  await other.ask("POST", "/session", { userName: "reporter-water", password: PASSWORD });
  expect(await titles(other)).toEqual([]);
});

test("what is confirmed or repaired leaves today", async () => {
  const attested = reportCsv(PENALTY, [row(4, { severity: "一般" })]);
  const headers = { "content-type": "text/csv" };
  await reporter.ask("POST", `/batches?item=${PENALTY}&attest=true`, attested, headers);
  const duties = async (): Promise<unknown[]> => (await today(reporter)).map(([duty]) => duty);
  while ((await duties()).includes("unpublished-decisions")) await new Promise((resolve) => setImmediate(resolve));
  expect(await duties()).toEqual(["returned-rows"]);
});

test("the inbox shows unread ones first, page by page, and marks stay each reader's own", async () => {
  const { items: before } = await inbox(reporter);
  const newest = before[0]?.noticeId ?? "";
  expect((await reporter.ask("POST", `/notices/${newest}/read`)).body).toEqual({ marked: 1 });
  expect((await reporter.ask("POST", `/notices/${newest}/read`)).body).toEqual({ marked: 0 });
  const pages: Told[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const page = await inbox(reporter, `?limit=2${cursor === "" ? "" : `&cursor=${cursor}`}`);
    pages.push(...page.items);
    cursor = page.next;
  }
  expect(pages.map(({ noticeId }) => noticeId)).toEqual([...before.slice(1).map(({ noticeId }) => noticeId), newest]);
  const colleague = new Visitor(city);
  await colleague.ask("POST", "/session", { userName: "new-colleague", password: PASSWORD });
  const unread = async (visitor: Visitor) => (await visitor.ask("GET", "/notices/unread")).body;
  expect([await unread(reporter), await unread(colleague)]).toEqual([{ unread: 4 }, { unread: 4 }]);
  // Another's notice is none, for reading as for marking.
  const own = before.find(({ kind }) => kind === "batch-returned")?.noticeId ?? "";
  expect(await colleague.ask("POST", `/notices/${own}/read`)).toMatchObject({ status: 404 });
  // All up to the second: what came later stays unread.
  expect((await reporter.ask("POST", `/notices/read?upTo=${before[2]?.noticeId}`)).body).toEqual({ marked: 3 });
  expect((await inbox(reporter, "?unread=true")).items.map(({ noticeId }) => noticeId)).toEqual([before[1]?.noticeId]);
  expect((await reporter.ask("POST", "/notices/read")).body).toEqual({ marked: 1 });
  expect(await unread(reporter)).toEqual({ unread: 0 });
  expect(await reporter.ask("GET", "/notices?cursor=nonsense")).toMatchObject({ status: 400 });
});

test("a proposed change is told to who may decide it and not to who proposed it, who is told of the decision", async () => {
  const administrator = await signedInAs(city, "administrator");
  const supervisor = await signedInAs(city, "supervisor", "hs-credit-office");
  const toldBefore = await titles(administrator);
  const person = { userName: "proposed", name: "示例拟任", body: "hs-water", role: "reviewer", reason: "轮岗" };
  const { body } = await administrator.ask("POST", "/people", person);
  const { proceedingId } = (body as { proceeding: { proceedingId: string } }).proceeding;
  const waiting = "有事项等待您审批：角色授予与收回";
  // Proposals of others were told to the administrator before, the own one is not.
  expect((await titles(supervisor))[0]).toBe(waiting);
  expect(await titles(administrator)).toEqual(toldBefore);
  expect(await today(supervisor)).toContainEqual(["proposals", "open", 1, null]);
  expect((await today(administrator)).map(([duty]) => duty)).not.toContain("proposals");
  const unread = async () =>
    (await inbox(supervisor, "?unread=true")).items.filter(({ title }) => title.zh === waiting);
  const before = await unread();
  await approve(city, proceedingId);
  // Decided by another: nobody has it unread any more.
  expect((await unread()).length).toBe(before.length - 1);
  expect((await inbox(supervisor)).items.find(({ noticeId }) => noticeId === before[0]?.noticeId)).toMatchObject({
    endedAt: expect.any(String) as string,
    readAt: null,
  });
  expect((await titles(administrator))[0]).toBe("您提出的事项已批准：角色授予与收回");
  expect((await today(supervisor)).map(([duty]) => duty)).not.toContain("proposals");
});

test("no word of any notice has a place unfilled, and none holds a name or number of a record", () => {
  expect(new Set(seen.map(({ kind }) => kind))).toEqual(
    new Set(["batch-returned", "reminder", "proposal-opened", "proposal-approved"]),
  );
  const words = JSON.stringify(seen);
  expect(words).not.toMatch(/\{\w+\}|undefined|示例提醒|黄示罚|91420200/);
});

test("programs have an inbox and no mail, and the settings take no address that is none", async () => {
  const byKey = await city.post("/api/v1/session/mail", JSON.stringify({ address: null, wanted: true }));
  expect([byKey.status, await byKey.json()]).toMatchObject([409, { type: "/problems/notices/people-only" }]);
  expect((await city.get("/api/v1/notices", { asAdministrator: true })).status).toBe(200);
  for (const address of ["nobody", "a@b\r\nbcc: c@d", "a@b,c@d", "<a@b>"])
    expect(await reporter.ask("POST", "/session/mail", { address, wanted: true })).toMatchObject({ status: 400 });
});
