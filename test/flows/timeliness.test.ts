import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays, addMonths, parseInstant, systemClock, type Instant, type LocalDate } from "../../src/kernel/time.ts";
import { startCity, type TestCity } from "../city.ts";
import { inventedUscc, reportCsv } from "../fixtures/report-files.ts";
import { withdraw } from "../fixtures/signed-in.ts";

let city: TestCity;
beforeAll(async () => {
  city = await startCity();
});
afterAll(() => city.stop());

/** All in one month, so that the figure is one. */
const MONTH = addMonths(systemClock.today(), -2).slice(0, 7);
const penalty = (serial: number, day: string, severity: string): Record<string, string> => ({
  subjectName: `示例时限${serial}有限公司（示例）`,
  uscc: inventedUscc(800 + serial),
  documentNumber: `黄示罚〔2026〕9${serial}号`,
  decisionDate: `${MONTH}-${day}`,
  severity,
});

interface Row {
  readonly recordId: string | null;
  readonly decisionDate: string;
  readonly excluded: string | null;
}

const rows = (cursor = ""): Promise<{ items: readonly Row[]; next: string | null }> =>
  city.json(`/api/v1/publicity/timeliness/decisions?from=${MONTH}-01&limit=1${cursor}`);

test("figures count what is not published by reason; rows lead only to records that are public today", async () => {
  const csv = reportCsv("administrative-penalty", [
    penalty(1, "04", "一般"),
    penalty(2, "05", "轻微"),
    penalty(3, "06", ""),
    penalty(4, "07", "一般"),
    { ...penalty(5, "08", "一般"), publicityEnd: addDays(systemClock.today(), -1) },
  ]);
  expect((await city.report("administrative-penalty", csv)).counts.accepted).toBe(5);
  const query = encodeURIComponent("黄示罚〔2026〕94号");
  const { records } = await city.json<{ records: readonly { recordId: string }[] }>(`/api/v1/subjects?q=${query}`);
  const withdrawn = records[0]?.recordId ?? "";
  expect(await withdraw(city, withdrawn, "决定被撤销")).toBe(200);

  const first = await rows();
  const second = await rows(`&cursor=${encodeURIComponent(first.next ?? "")}`);
  const items = [...first.items, ...second.items];
  expect(items.map(({ decisionDate, excluded }) => [decisionDate, excluded])).toEqual([
    [`${MONTH}-06`, "severity-unconfirmed"],
    [`${MONTH}-04`, null],
  ]);
  expect(items.map(({ recordId }) => recordId === null)).toEqual([true, false]);
  expect(JSON.stringify(items)).not.toContain(withdrawn);
  const { figures } = await city.json<{ figures: readonly Record<string, unknown>[] }>(
    `/api/v1/publicity/timeliness?from=${MONTH}-20`,
  );
  expect(figures).toMatchObject([
    {
      month: MONTH,
      due: 1,
      excluded: { "minor-not-published": 1, "severity-unconfirmed": 1, withdrawn: 1, "window-ended": 1 },
    },
  ]);
  const page = await city.get(`/statistics/decisions?month=${MONTH}`, { headers: { accept: "text/html" } });
  expect(await page.text()).not.toContain(withdrawn);
});

test("what is filed after midnight is public on the later day, whenever its batch began", async () => {
  let looks = 0;
  const first = "2026-03-20" as LocalDate;
  const now = (): Instant => {
    const moment = parseInstant(addDays(first, (looks += 1)));
    if (!moment) throw new Error("unreachable");
    return moment;
  };
  // Each look at the clock is a day later, so every batch crosses midnight.
  const late = await startCity({ clock: { today: () => first, now } });
  try {
    const row = { ...penalty(6, "01", "一般"), decisionDate: "2026-03-12" };
    const { batchId } = await late.report("administrative-penalty", reportCsv("administrative-penalty", [row]));
    const { items } = await late.json<{ items: readonly { firstPublicAt: string }[] }>("/api/v1/publicity");
    const batch = await late.json<{ finishedAt: string }>(`/api/v1/batches/${batchId}`, { asAdministrator: true });
    expect(items.map((item) => item.firstPublicAt)).toEqual([batch.finishedAt]);
  } finally {
    await late.stop();
  }
});
