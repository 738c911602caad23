import { addDays, type LocalDate } from "../kernel/time.ts";
import type { SampleCast, SampleRow } from "./sample-decisions.ts";

/** The reporter among the people of the sample city. */
export const SAMPLE_REPORTER = { userName: "reporter", body: "hs-ecology" } as const;

const TERM_DAYS = 7;
const LOOK_BACK_DAYS = 14;
/** How the standard writes that a party has no credit code. */
const NO_CODE = "00000000000000000X";

type Cells = SampleRow["cells"];

/**
 * What the reporter of one body hands in today, so that there is something to do: rows as clerks mistype them, rows without
 * a credit code, and penalties whose severity nobody has confirmed while their terms run out.
 */
export function filesOfReporter(
  { catalogue, workdays }: SampleCast,
  licences: readonly SampleRow[],
  penalties: readonly SampleRow[],
  today: LocalDate,
): readonly { readonly item: string; readonly fileName: string; readonly rows: readonly Cells[] }[] {
  const authority = catalogue.bodies.get(SAMPLE_REPORTER.body)?.name.zh;
  const own = (rows: readonly SampleRow[]): Cells[] =>
    rows.map(({ cells }) => cells).filter(({ authorityName }) => authorityName === authority);
  const [right, code, date] = own(licences).slice(-3);
  const fine = own(penalties).findLast(({ subjectCategory }) => subjectCategory !== "自然人");
  if (!right || !code || !date || !fine) return [];
  const nearing = Array.from({ length: LOOK_BACK_DAYS }, (_, days) => addDays(today, -days - 1)).filter((day) => {
    const [kind, term] = [workdays.dayOf(day), workdays.addWorkdays(day, TERM_DAYS)];
    return "kind" in kind && kind.kind === "workday" && "due" in term && term.due >= today;
  });
  const number = (prefix: string, at: number): string => `${prefix}〔${today.slice(0, 4)}〕${at + 1}号`;
  return [
    {
      item: "administrative-licence",
      fileName: "本周许可（示例）.csv",
      rows: [
        right,
        { ...code, uscc: (code["uscc"] ?? "").slice(0, 17) },
        { ...date, decisionDate: "待补" },
        ...[right, code].map((row, at) => ({ ...row, uscc: NO_CODE, documentNumber: number("黄示环简许", at) })),
      ],
    },
    {
      item: "administrative-penalty",
      fileName: "本周处罚（示例）.csv",
      // The three that are due first.
      rows: nearing.slice(-3).map((decisionDate, at) => ({
        ...fine,
        documentNumber: number("黄示环简罚", at),
        decisionDate,
        penaltyKinds: "罚款",
        suspendedCertificate: "",
        severity: "",
      })),
    },
  ];
}
