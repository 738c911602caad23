import { afterAll, beforeAll, expect, test } from "vitest";
import { startCity, type TestCity } from "../city.ts";
import { inventedUscc, reportCsv } from "../fixtures/report-files.ts";

let city: TestCity;
beforeAll(async () => {
  city = await startCity();
});
afterAll(() => city.stop());

let serial = 900;
/** A penalty with this amount, the header of the column written so, under this line. */
async function report(header: string, amount: string, above = ""): Promise<{ codes: string[]; cents: unknown }> {
  serial += 1;
  const uscc = inventedUscc(serial);
  const rows = [{ uscc, documentNumber: `黄示罚〔2026〕${serial}号`, fineAmount: amount }];
  const csv = reportCsv("administrative-penalty", rows).replace('"罚款金额（万元）"', `"${header}"`);
  const receipt = await city.report("administrative-penalty", above + csv, { attest: "true" });
  const { causes } = await city.errors(receipt);
  const codes = causes.filter((cause) => cause.severity === "error").map((cause) => cause.code);
  const kept = await city.database.admin
    .selectFrom("version_contents" as never)
    .select("payload" as never)
    .execute();
  const payloads = kept as unknown as { payload: Record<string, unknown> }[];
  const own = payloads.find(({ payload }) => payload["uscc"] === uscc);
  return { codes, cents: own?.payload["fineAmount"] };
}

const YUAN_ABOVE = "行政处罚信息\n单位：元\n";

test.each([
  ["罚款金额", "2000", YUAN_ABOVE, "amount-unit-contradicted"],
  ["CF_NR_FK", "2000", YUAN_ABOVE, "amount-unit-contradicted"],
  ["罚款金额", "2000", "", "amount-unit-unstated"],
])("a bare number under %s is not guessed at: %s (%j)", async (header, amount, above, code) => {
  expect(await report(header, amount, above)).toEqual({ codes: [code], cents: undefined });
});

test.each([
  ["罚款金额（元）", "2000", "", 200_000],
  ["罚款金额（元）", "2000", "单位：万元\n", 200_000],
  ["罚款金额（万元）", "0.2", YUAN_ABOVE, 200_000],
  ["罚款金额", "0.2", "单位：万元\n", 200_000],
  ["罚款金额", "2000元", "", 200_000],
  ["CF_NR_FK", "0.2", "", 200_000],
])("an amount whose unit is stated is read by it: %s %s (%j)", async (header, amount, above, cents) => {
  expect(await report(header, amount, above)).toEqual({ codes: [], cents });
});
