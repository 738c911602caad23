import { resolve } from "node:path";
import { expect, test } from "vitest";
import { fixedClock, parseInstant } from "../../../kernel/time.ts";
import { loadCatalogue } from "../load-catalogue.ts";
import { entryCells } from "./entry-cells.ts";
import { compileJudge } from "./validator.ts";

const catalogue = await loadCatalogue(resolve(import.meta.dirname, "../../../../data"));
const now = parseInstant("2026-11-25T10:00:00+08:00");
if (!now) throw new Error("fixture");

const SAMPLES = catalogue.items.flatMap((item) =>
  item.samples
    .filter((sample) => sample.findings.length === 0)
    .map((sample) => [`${item.item} ${sample.name}`, item, sample] as const),
);

test.each(SAMPLES)(
  "what the form shows of %s is read again as the same values, without a finding",
  (_name, item, sample) => {
    const columns = item.fields.map(({ key }) => ({ field: key, header: key }));
    const judge = compileJudge(catalogue, item, null, columns, { today: fixedClock(now).today() });
    const cellsOf = (texts: Readonly<Record<string, string>>) =>
      item.fields.map(({ key }) => ({ text: texts[key] ?? "", kind: "text" as const }));
    const first = judge(1, cellsOf(sample.cells));
    expect(Object.keys(first.values).length).toBeGreaterThan(5);
    const again = judge(1, cellsOf(entryCells(item, first.values)));
    expect(again.values).toEqual(first.values);
    expect(again.findings).toEqual([]);
  },
);
