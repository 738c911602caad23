import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import { sql } from "kysely";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { loadCatalogue, loadWorkdays } from "#catalogue";
import { createTestDatabase, type TestDatabase } from "../../../test/database.ts";
import { SYSTEM_ACTOR, type Actor } from "../../kernel/actor.ts";
import { addSeconds, dateOf, parseInstant, type Clock, type Instant } from "../../kernel/time.ts";
import { inScope, inScopeOf } from "../../platform/db/scope.ts";
import { openMail, type MailSender } from "../../platform/mail/mail.ts";
import { deliverMails } from "./deliver-mails.ts";
import { giveNotice } from "./give-notice.ts";
import { findLastFailure, putMailSettings } from "./mails.store.ts";
import type { Recipient } from "./notice.ts";
import { loadNoticeLaw } from "./notice-law.ts";
import type { NoticesRuntime } from "./notices-runtime.ts";

interface Delivered {
  readonly to: string;
  readonly text: string;
}

let database: TestDatabase;
let runtime: NoticesRuntime;
let now: Instant;
let occasions = 0;
const people: Recipient[] = [];
const stopping: (() => Promise<void>)[] = [];
const clock: Clock = { now: () => now, today: () => dateOf(now) };

beforeAll(async () => {
  const data = resolve(import.meta.dirname, "../../../data");
  const [catalogue, workdays, noticeLaw] = await Promise.all([
    loadCatalogue(data),
    loadWorkdays(data),
    loadNoticeLaw(data),
  ]);
  database = await createTestDatabase();
  now = parseInstant("2026-11-25T02:00:00Z") ?? now;
  const recipientsOf = async () => Promise.resolve(people);
  runtime = { db: database.app, clock, catalogue, workdays, noticeLaw, duties: [], names: {}, recipientsOf };
});
afterAll(() => database.drop());
afterEach(async () => {
  people.length = 0;
  for (const stop of stopping.splice(0)) await stop();
  await sql`DELETE FROM mingxin.notice_mails`.execute(database.admin);
});

/** A mail server of our own; gives what it took, and the way to it. */
async function startServer(
  options: SMTPServerOptions = {},
): Promise<{ readonly port: number; readonly taken: Delivered[]; readonly refuse: { with: string | null } }> {
  const taken: Delivered[] = [];
  const refuse: { with: string | null } = { with: null };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: (_address, _session, done) => {
      const code = Number(refuse.with?.slice(0, 3));
      done(refuse.with === null ? null : Object.assign(new Error(refuse.with.slice(4)), { responseCode: code }));
    },
    onData: (stream, session, done) => {
      let text = "";
      stream.setEncoding("utf8");
      stream.on("data", (part) => (text += String(part)));
      stream.on("end", () => {
        taken.push({ to: session.envelope.rcptTo.map(({ address }) => address).join(), text });
        done();
      });
    },
    ...options,
  });
  server.on("error", () => undefined);
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  stopping.push(() => new Promise((closed) => server.close(closed)));
  return { port: (server.server.address() as AddressInfo).port, taken, refuse };
}

function senderTo(url: string): MailSender {
  const sender = openMail({ url, from: "信用平台 <notice@city.example>" });
  stopping.push(async () => Promise.resolve(sender.close()));
  return sender;
}

const deliver = (sender: MailSender | null) => deliverMails(runtime, { sender, base: "https://city.example/desk" });

/** Tells a person, and others with them, of something. */
async function tell(person: string, knownAddress: string | null, ...others: Recipient[]): Promise<void> {
  people.splice(0, people.length, { person, knownAddress }, ...others);
  const notice = {
    to: { person },
    kind: "batch-returned",
    params: { item: "administrative-licence", rows: 9, rejected: 2, review: 1 },
    link: "/report/0190",
    occasion: `occasion ${(occasions += 1)}`,
    at: now,
  };
  expect(await inScope(database.app, (tx) => giveNotice(tx, notice))).toBe(true);
}

const states = async (): Promise<readonly (readonly [string, string, number, string | null])[]> => {
  const found = await sql<{ address: string; state: string; attempts: number; fault: string | null }>`
    SELECT address, state, attempts, fault FROM mingxin.notice_mails ORDER BY next_try_at, notice_id`.execute(
    database.admin,
  );
  return found.rows.map(({ address, state, attempts, fault }) => [address, state, attempts, fault]);
};

/** The readable text of a mail: headers decoded no further than its body needs. */
const bodyOf = (text: string): string => {
  const at = text.indexOf("\r\n\r\n");
  const [head, body] = [text.slice(0, at), text.slice(at)];
  if (/base64/i.test(head)) return Buffer.from(body, "base64").toString("utf8");
  const bytes = body
    .replaceAll("=\r\n", "")
    .replaceAll(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
};

test("a mail tells in both languages what there is and where, once, under an id made of the notice", async () => {
  const server = await startServer();
  await tell("zhang", "zhang@city.example");
  const sender = senderTo(`smtp://127.0.0.1:${server.port}`);
  expect(await deliver(sender)).toEqual({ sent: 1, failed: 0 });
  expect(await deliver(sender)).toEqual({ sent: 0, failed: 0 });
  const [mail] = server.taken;
  expect(mail?.to).toBe("zhang@city.example");
  expect(mail?.text).toMatch(/^Message-ID: <[0-9a-f-]{36}\.zhang@city\.example>/im);
  const body = bodyOf(mail?.text ?? "");
  expect(body).toContain("事项：行政许可。共 9 行，退回 2 行，待确认 1 行");
  expect(body).toContain("办理：https://city.example/desk/report/0190");
  expect(body).toContain("Item: Administrative licence. Rows: 9, returned: 2");
  expect(body).not.toMatch(/\{\w+\}|undefined/);
  expect(await states()).toEqual([["zhang@city.example", "sent", 1, null]]);
});

test("a server that is down is tried again later and later, and the mail arrives under the same id once it is back", async () => {
  const gone = await startServer();
  await stopping.pop()?.();
  const sender = senderTo(`smtp://127.0.0.1:${gone.port}`);
  await tell("li", "li@city.example");
  expect(await deliver(sender)).toEqual({ sent: 0, failed: 0 });
  // Not before its time has come.
  expect(await deliver(sender)).toEqual({ sent: 0, failed: 0 });
  const tried = await sql<{ attempts: number; wait: number; fault: string }>`SELECT attempts, fault,
    extract(epoch FROM next_try_at - ${now}::timestamptz)::integer AS wait FROM mingxin.notice_mails`.execute(
    database.admin,
  );
  expect(tried.rows).toMatchObject([
    { attempts: 1, wait: 60, fault: expect.stringContaining("ECONNREFUSED") as string },
  ]);
  const server = await startServer();
  now = addSeconds(now, 60);
  expect(await deliver(senderTo(`smtp://127.0.0.1:${server.port}`))).toEqual({ sent: 1, failed: 0 });
  expect(server.taken).toHaveLength(1);
  expect(await states()).toEqual([["li@city.example", "sent", 2, null]]);
});

test("what the server refuses for good fails at once, what it puts off is tried until it is given up; both are kept and shown to their reader", async () => {
  const server = await startServer();
  const sender = senderTo(`smtp://127.0.0.1:${server.port}`);
  server.refuse.with = "550 no such mailbox";
  await tell("wang", "wang@city.example");
  expect(await deliver(sender)).toEqual({ sent: 0, failed: 1 });
  const wang: Actor = { ...SYSTEM_ACTOR, kind: "person", id: "wang" };
  const failure = await inScopeOf(database.app, wang, (tx) => findLastFailure(tx, "wang"));
  expect(failure?.fault).toContain("no such mailbox");
  expect(await states()).toMatchObject([["wang@city.example", "failed", 1, expect.stringContaining("550") as string]]);
  server.refuse.with = "451 come back later";
  await tell("zhao", "zhao@city.example");
  const results = [];
  for (let round = 0; round < 9; round += 1) {
    results.push((await deliver(sender)).failed);
    now = addSeconds(now, 86_400);
  }
  expect(results).toEqual([0, 0, 0, 0, 0, 0, 0, 1, 0]);
  expect(await states()).toMatchObject([
    ["wang@city.example", "failed", 1, expect.stringContaining("550") as string],
    ["zhao@city.example", "failed", 8, expect.stringContaining("451") as string],
  ]);
});

test("who does not want mail or has no address gets none, and an own address counts before the known one", async () => {
  const server = await startServer();
  const person = (id: string): Actor => ({ ...SYSTEM_ACTOR, kind: "person", id });
  const set = (id: string, settings: { address: string | null; wanted: boolean }) =>
    inScopeOf(database.app, person(id), (tx) => putMailSettings(tx, id, settings, now));
  await set("silent", { address: "silent@city.example", wanted: false });
  await set("moved", { address: "new@city.example", wanted: true });
  const moved = { person: "moved", knownAddress: "old@city.example" };
  await tell("nowhere", null, { person: "silent", knownAddress: null }, moved);
  expect(await deliver(senderTo(`smtp://127.0.0.1:${server.port}`))).toEqual({ sent: 1, failed: 0 });
  expect(server.taken.map(({ to }) => to)).toEqual(["new@city.example"]);
});

test("where mail is off nothing is kept for later", async () => {
  await tell("qian", "qian@city.example");
  await deliver(null);
  const server = await startServer();
  expect(await deliver(senderTo(`smtp://127.0.0.1:${server.port}`))).toEqual({ sent: 0, failed: 0 });
  expect(server.taken).toEqual([]);
});

test("credentials are given, wrong ones are tried again later, and a certificate that nobody vouches for is refused", async () => {
  const authorise: SMTPServerOptions = {
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) => {
      if (username === "city" && password === "right") done(null, { user: username });
      else done(new Error("wrong"));
    },
  };
  const server = await startServer(authorise);
  await tell("sun", "sun@city.example");
  expect(await deliver(senderTo(`smtp://city:wrong@127.0.0.1:${server.port}`))).toEqual({ sent: 0, failed: 0 });
  now = addSeconds(now, 60);
  expect(await deliver(senderTo(`smtp://city:right@127.0.0.1:${server.port}`))).toEqual({ sent: 1, failed: 0 });
  expect(await states()).toEqual([["sun@city.example", "sent", 2, null]]);
  await sql`DELETE FROM mingxin.notice_mails`.execute(database.admin);
  const impostor = await startServer({ secure: true });
  await tell("zhou", "zhou@city.example");
  expect(await deliver(senderTo(`smtps://city:right@127.0.0.1:${impostor.port}`))).toEqual({ sent: 0, failed: 0 });
  expect(impostor.taken).toEqual([]);
  expect(await states()).toMatchObject([
    ["zhou@city.example", "waiting", 1, expect.stringMatching(/certificate/i) as string],
  ]);
});
