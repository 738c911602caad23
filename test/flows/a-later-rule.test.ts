import { afterAll, beforeAll, expect, test } from "vitest";
import { loadLaw, syncLaw, type Law } from "../../src/app/law.ts";
import { addDays, addMonths, parseInstant, systemClock, type Clock, type LocalDate } from "../../src/kernel/time.ts";
import { readConfig } from "../../src/platform/config.ts";
import { startCity, type TestCity } from "../city.ts";
import { inventedUscc, reportCsv } from "../fixtures/report-files.ts";

/** The platform as it was before the order of 2026 came into force; the database knows the real day. */
const BEFORE = parseInstant("2026-03-20T10:00:00+08:00");
const clock: Clock = {
  now: () => BEFORE ?? systemClock.now(),
  today: () => "2026-03-20" as LocalDate,
};
const TODAY = systemClock.today();
const WINDOW = "administrative-penalty";

let city: TestCity;
let present: TestCity;
beforeAll(async () => {
  city = await startCity({ clock });
  present = await startCity();
});
afterAll(async () => {
  await city.stop();
  await present.stop();
});

async function reportPenalty(at: TestCity, serial: number, decisionDate: string, severity = "一般"): Promise<string> {
  const row = {
    subjectName: `示例期限${serial}有限公司（示例）`,
    uscc: inventedUscc(700 + serial),
    documentNumber: `黄示罚〔2026〕8${serial}号`,
    decisionDate,
    severity,
  };
  const receipt = await at.report("administrative-penalty", reportCsv("administrative-penalty", [row]));
  expect([receipt.publication, await at.errors(receipt)]).toMatchObject([{ public: 1 }, {}]);
  return recordOf(at, serial);
}

async function recordOf(at: TestCity, serial: number): Promise<string> {
  const query = encodeURIComponent(`黄示罚〔2026〕8${serial}号`);
  const { records } = await at.json<{ records: readonly { recordId: string }[] }>(`/api/v1/subjects?q=${query}`);
  if (records[0]) return records[0].recordId;
  const rows = await at.json<{ items: readonly { version: { recordId: string } }[] }>(
    `/api/v1/subjects/${inventedUscc(700 + serial)}/records`,
    { asAdministrator: true },
  );
  return (rows.items[0] as unknown as { recordId: string }).recordId;
}

test("what came in under a longer rule is public no longer than the rule now in force allows", async () => {
  const ended = await reportPenalty(city, 1, "2025-10-24");
  const gone = await city.get(`/api/v1/records/${ended}`);
  expect(gone.status).toBe(410);
  expect(await gone.json()).toMatchObject({ reason: "window-ended", since: "2026-10-25" });
  expect((await city.get(`/records/${ended}`)).status).toBe(410);
  const lists = await (await city.get("/api/v1/publicity?item=administrative-penalty")).text();
  expect(lists).not.toContain("黄示罚〔2026〕81号");
  const serious = await reportPenalty(city, 2, "2025-10-24", "严重");
  expect(await city.json(`/api/v1/records/${serious}`)).toMatchObject({ publicUntil: "2028-10-24" });
});

test("a new edition ends what it does not let the public see, with the class of reason, and keeps the rest", async () => {
  const recent = await reportPenalty(present, 3, addDays(TODAY, -20));
  const older = await reportPenalty(present, 4, addMonths(TODAY, -5));
  const law = await loadLaw(readConfig({}).lawDirectory);
  await syncLaw(present.database.urls.admin, withEdition(law, 3, true));
  expect((await present.get(`/api/v1/records/${older}`)).status).toBe(410);
  expect(await (await present.get(`/api/v1/records/${older}`)).json()).toMatchObject({ reason: "window-ended" });
  const shown = await present.json<{ publicUntil: string }>(`/api/v1/records/${recent}`);
  expect(shown.publicUntil).toBe(addMonths(addDays(TODAY, -20), 3));
  expect(await (await present.get(`/records/${recent}`)).text()).toContain(shown.publicUntil);
  const subject = await (await present.get(`/subjects/${inventedUscc(704)}`)).text();
  expect(subject).not.toContain("黄示罚〔2026〕84号");
});

test("what a correction makes a minor one was public and is gone: 410 with its class, not 404", async () => {
  const record = await reportPenalty(city, 5, "2026-03-10", "严重");
  expect((await city.get(`/api/v1/records/${record}`)).status).toBe(200);
  const row = {
    subjectName: "示例期限5有限公司（示例）",
    uscc: inventedUscc(705),
    documentNumber: "黄示罚〔2026〕85号",
    decisionDate: "2026-03-10",
    severity: "轻微",
  };
  const receipt = await city.report("administrative-penalty", reportCsv("administrative-penalty", [row]));
  expect(receipt.publication).toEqual({ "minor-not-published": 1 });
  const gone = await city.get(`/api/v1/records/${record}`);
  expect(gone.status).toBe(410);
  expect(await gone.json()).toMatchObject({ reason: "not-published" });
  expect(await (await city.get(`/records/${record}`, { headers: { accept: "text/html" } })).text()).toContain(
    "这一类别的记录不公示",
  );
});

test("a new edition that does not publish a class ends what is public of it, and says so", async () => {
  const record = await reportPenalty(city, 6, "2026-03-01");
  expect((await city.get(`/api/v1/records/${record}`)).status).toBe(200);
  await syncLaw(city.database.urls.admin, withEdition(await loadLaw(readConfig({}).lawDirectory), 12, false));
  const gone = await city.get(`/api/v1/records/${record}`);
  expect(gone.status).toBe(410);
  expect(await gone.json()).toMatchObject({ reason: "not-published", since: TODAY });
});

test("a term that changes is counted anew for the decisions of its days, and for no others", async () => {
  const before = await reportPenalty(present, 7, addDays(TODAY, -40));
  const after = await reportPenalty(present, 8, addDays(TODAY, -20));
  const due = async (id: string) => (await present.json<{ dueOn: string }>(`/api/v1/records/${id}`)).dueOn;
  const [first, second] = [await due(before), await due(after)];
  const law = await loadLaw(readConfig({}).lawDirectory);
  const { deadlines } = law.publication;
  const [rule] = deadlines.editions.get(deadlines.usual) ?? [];
  if (!rule) throw new Error("there is no usual term");
  const split = addDays(TODAY, -30);
  const rules = [
    { ...rule, effectiveTo: addDays(split, -1) },
    { ...rule, workingDays: rule.workingDays + 5, effectiveFrom: split },
  ];
  const editions = new Map([...deadlines.editions, [deadlines.usual, rules]]);
  const changed = withEdition(law, 3, true);
  await syncLaw(present.database.urls.admin, {
    ...changed,
    publication: { ...changed.publication, deadlines: { ...deadlines, editions } },
  });
  expect(await due(before)).toBe(first);
  expect((await due(after)) > second).toBe(true);
});

/** The shipped law with the last edition ended yesterday and another from today. */
function withEdition(law: Law, months: number, published: boolean): Law {
  const window = law.publication.windows.get(WINDOW);
  const last = window?.editions.at(-1);
  if (!window || !last) throw new Error("there is no such window");
  const editions = [
    ...window.editions.slice(0, -1),
    { ...last, effectiveTo: addDays(TODAY, -1) },
    {
      ...last,
      edition: "next",
      effectiveFrom: TODAY,
      periods: last.periods.map((period) =>
        period.severity === "general" ? { ...period, published, maximumMonths: months } : period,
      ),
    },
  ];
  const windows = new Map([...law.publication.windows, [WINDOW, { ...window, editions }]]);
  return { ...law, publication: { ...law.publication, windows } };
}
