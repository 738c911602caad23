import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startCity, type TestCity } from "../city.ts";
import { inventedUscc, reportCsv } from "../fixtures/report-files.ts";

let city: TestCity;
beforeAll(async () => {
  city = await startCity({ settings: { MINGXIN_SAMPLE: "1" } });
});
afterAll(() => city.stop());

const isMarked = async (base = city): Promise<boolean> =>
  (await (await base.get("/about")).text()).includes("sample-band");

test("pages are marked as a sample by what the register holds, not by the settings", async () => {
  const rows = [{ uscc: inventedUscc(990), documentNumber: "黄示许〔2026〕990号" }];
  const receipt = await city.report("administrative-licence", reportCsv("administrative-licence", rows));
  expect(await isMarked()).toBe(false);

  const without = await startCity();
  try {
    const file = reportCsv("administrative-licence", rows);
    await without.report("administrative-licence", file);
    await sql`UPDATE mingxin.batches SET uploaded_by = 'mingxin'`.execute(without.database.admin);
    expect(await isMarked(without)).toBe(true);
  } finally {
    await without.stop();
  }
  expect(receipt.state).toBe("done");
});
