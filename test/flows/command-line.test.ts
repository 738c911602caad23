import { Workbook } from "@cj-tech-master/excelts";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCommand, type Answer } from "../server.ts";

/** The commands that need no server, run as a person would. */
let scratch: string;
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), "mingxin-command-"));
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

/** No stack, no name of a source file: words. */
const inWords = ({ stderr }: Answer): boolean => stderr.trim() !== "" && !/\.ts:\d|\n {4}at /.test(stderr);

describe("mingxin deadline", () => {
  test("counts seven working days over the holidays of the State Council's notices", async () => {
    const answer = await runCommand(["deadline", "2017-09-22", "2017-01-20", "2026-02-10", "--json"]);
    expect(answer).toMatchObject({ code: 0, stderr: "" });
    expect(JSON.parse(answer.stdout)).toEqual({
      deadlines: [
        { from: "2017-09-22", due: "2017-10-09" },
        { from: "2017-01-20", due: "2017-02-04" },
        { from: "2026-02-10", due: "2026-02-26" },
      ],
    });
  });

  test("gives the day alone for a single date, and a line each for the lines of standard input", async () => {
    const [single, lines] = await Promise.all([
      runCommand(["deadline", "2017-09-22"]),
      runCommand(["deadline", "-"], {}, "2017-09-22\r\n\n2017-01-20\n"),
    ]);
    expect(single.stdout).toBe("2017-10-09\n");
    expect(lines.stdout.trim().split("\n")).toHaveLength(2);
    expect(lines.stdout).toContain("2017-02-04");
  });

  test("names the calendar file that is missing instead of guessing, and still answers the other dates", async () => {
    const [single, mixed] = await Promise.all([
      runCommand(["deadline", "2015-03-02"]),
      runCommand(["deadline", "2017-09-22", "2015-03-02", "2026-02-30", "--json"]),
    ]);
    expect(single).toMatchObject({ code: 1, stdout: "" });
    expect(single.stderr).toContain("data/calendar/2015.json");
    expect(mixed.code).toBe(1);
    const { deadlines, errors } = JSON.parse(mixed.stdout) as { deadlines: unknown[]; errors: string[] };
    expect(deadlines).toEqual([{ from: "2017-09-22", due: "2017-10-09" }]);
    expect(errors.map((error) => error.slice(0, 10))).toEqual(["2015-03-02", "2026-02-30"]);
  });
});

interface Found {
  readonly kind: string;
  readonly valid: boolean;
  readonly reason: string | null;
  readonly repairs: readonly string[];
}

async function identify(lines: readonly string[]): Promise<{ code: number | null; found: readonly Found[] }> {
  const { code, stdout } = await runCommand(["identifier", "-", "--json"], {}, lines.join("\n"));
  return { code, found: (JSON.parse(stdout) as { identifiers: Found[] }).identifiers };
}

/** Examples of the standards, and synthetic codes with computed check digits of bodies that do not exist. */
const VALID: Readonly<Record<string, readonly string[]>> = {
  // GB 32100-2015
  uscc: [
    "91350100M000100Y43",
    "91230500MA1B3N1N2M",
    "91150400MA0N1Q9YXG",
    "11420000MB15291767",
    "92141127MA0KD1Y64A",
    "91420200MAXX000153",
    "91420281MAXX000238",
    "92420281MAXX000310",
    "93420222MAXX0004X6",
    "114202000000004228",
    "124202000000004300",
    "51420202MJXX00018X",
    "52420204MJXX00026J",
    "81420203MJXX00034Y",
  ],
  // GB 11714
  "organisation-code": ["00000000-0", "D2143569-X", "01186985-2"],
  // GS 15-2006
  "registration-number": ["110108000000016", "420200000000012", "420281600000017"],
  // GB 11643-1999
  "citizen-id": ["11010519491231002X", "440524188001010014", "990000199001010017"],
};

describe("mingxin identifier", () => {
  test("recognises the vectors of each standard, with and without being told their kind", async () => {
    const vectors = Object.entries(VALID).flatMap(([kind, values]) => values.map((value) => [kind, value] as const));
    const [bare, told] = await Promise.all([
      identify(vectors.map(([, value]) => value)),
      identify(vectors.map(([kind, value]) => `${kind}\t${value}`)),
    ]);
    for (const { code, found } of [bare, told]) {
      expect(code).toBe(0);
      expect(found.map(({ kind, valid }) => [kind, valid])).toEqual(vectors.map(([kind]) => [kind, true]));
    }
  });

  test("reads lower case and full width as what they are", async () => {
    const { found } = await identify(["uscc\t９１３５０１００ｍ０００１００ｙ４３", " 91350100m000100y43 "]);
    expect(found).toMatchObject([
      { value: "91350100M000100Y43", valid: true },
      { value: "91350100M000100Y43", valid: true },
    ]);
  });

  test("refuses what only looks right, says why, and exits with 1", async () => {
    const { code, found } = await identify([
      "91420200MA48U2GX0K",
      "uscc\t362322198709086409",
      "1".repeat(18),
      "uscc\t00000000000000000X",
    ]);
    expect(code).toBe(1);
    expect(found.map(({ valid, reason }) => [valid, reason])).toEqual([
      [false, "uscc-check-digit"],
      [false, "uscc-is-citizen-id"],
      [false, "uscc-placeholder"],
      [false, "uscc-placeholder"],
    ]);
    expect(found[0]?.repairs.every((repair) => repair.length === 18)).toBe(true);
  });
});

describe("mingxin template", () => {
  test("writes the item's workbook with the headers of the catalogue", async () => {
    const out = join(scratch, "template.xlsx");
    expect(await runCommand(["template", "administrative-licence", "--out", out])).toMatchObject({
      code: 0,
      stdout: `${out}\n`,
    });
    const workbook = new Workbook();
    await workbook.xlsx.load(await readFile(out));
    const item = JSON.parse(
      await readFile(join(import.meta.dirname, "../../data/catalogue/items/administrative-licence.json"), "utf8"),
    ) as { fields: { title: { zh: string } }[] };
    const [data] = workbook.worksheets;
    const headers = item.fields.map((_field, at) => data?.getCell(1, at + 1).text.replace("*", ""));
    expect(headers).toEqual(item.fields.map((field) => field.title.zh));
  });

  test("names the items that there are when it is asked for another", async () => {
    const answer = await runCommand(["template", "nothing", "--out", join(scratch, "never.xlsx")]);
    expect(answer).toMatchObject({ code: 1, stdout: "" });
    expect(answer.stderr).toContain("administrative-licence");
  });

  test("says in words that the place cannot be written", async () => {
    const out = join(scratch, "missing", "template.xlsx");
    const answer = await runCommand(["template", "administrative-licence", "--out", out]);
    expect(answer).toMatchObject({ code: 1, stdout: "" });
    expect(answer.stderr).toContain(out);
    expect(inWords(answer)).toBe(true);
  });
});

describe("a command line that is wrong", () => {
  test.concurrent.for([
    "",
    "nonsense",
    "toString",
    "serve now",
    "deadline",
    "deadline --colour 2026-01-01",
    "template administrative-licence",
    "import administrative-licence",
    "import administrative-licence no-such-file.csv",
  ])("exits with 2 and says how it should be: mingxin %s", async (line, { expect }) => {
    const answer = await runCommand(line.split(" ").filter((word) => word !== ""));
    expect(answer.code).toBe(2);
    expect(line === "" ? answer.stdout : inWords(answer)).toBeTruthy();
  });

  test.concurrent.for<[Readonly<Record<string, string>>, string]>([
    [{ PORT: "99999" }, "PORT"],
    [{ DATABASE_URL: "mysql://root:topsecret@localhost/x" }, "DATABASE_URL"],
    [{ MINGXIN_LAW: "no-such-directory" }, "no-such-directory"],
  ])("in its surroundings is named and exits with 1: %j", async ([environment, named], { expect }) => {
    const answer = await runCommand(["deadline", "2026-02-10"], environment);
    expect(answer).toMatchObject({ code: 1, stdout: "" });
    expect(answer.stderr).toContain(named);
    expect(answer.stderr).not.toContain("topsecret");
    expect(inWords(answer)).toBe(true);
  });
});
