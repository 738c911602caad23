import type { CauseSeverity } from "../cause-tally.ts";
import type { CellNote, Proposal, RowMark } from "./annotation.ts";
import { neutralise } from "../../../kernel/spreadsheet-text.ts";

/** A cell of a spreadsheet holds 32,767 characters. */
const LONGEST = 32_000;
const FILED = "已入库";

export const SEVERITY_ZH: Readonly<Record<CauseSeverity, string>> = {
  error: "错误，未入库",
  review: "待人工确认",
  warning: "提醒，已入库",
  change: "已换写，已入库",
};

/** What the problem column says about a row; with its proposals where they have no column of their own. */
export function problemText(mark: RowMark, withProposals: boolean): string {
  if (mark.notes.length === 0) return FILED;
  const [only] = mark.notes;
  if (mark.notes.length === 1 && only) return neutralise(noteText(only, withProposals).slice(0, LONGEST));
  const lines = mark.notes.map((note, at) => `${at + 1}. ${noteText(note, withProposals)}`);
  return neutralise(lines.join("\n").slice(0, LONGEST));
}

/** The proposals of a row for a column of their own. */
export function proposalText(mark: RowMark): string {
  const told = mark.notes.filter((note) => note.proposal !== null);
  const lines = told.map((note) => (told.length === 1 ? "" : `${columnOf(note)}：`) + wordsOf(note.proposal));
  return neutralise(lines.join("；").slice(0, LONGEST));
}

/** Text of the comment on a cell. */
export function commentText(notes: readonly CellNote[]): string {
  return notes
    .map((note) => {
      const { cause, proposal } = note;
      const lines = [
        `${SEVERITY_ZH[cause.severity]}：${cause.message.zh}`,
        `改正：${cause.remedy.zh}`,
        ...(proposal === null ? [] : [`建议：${wordsOf(proposal)}`]),
        `规则：${cause.code}`,
      ];
      return lines.join("\n");
    })
    .join("\n\n")
    .slice(0, LONGEST);
}

function noteText(note: CellNote, withProposals: boolean): string {
  const { cause, proposal } = note;
  const column = columnOf(note);
  const where = column === "" || cause.message.zh.includes(column) ? "" : `${column}：`;
  const proposed = withProposals && proposal !== null ? `；建议：${wordsOf(proposal)}` : "";
  return `【${SEVERITY_ZH[cause.severity]}】${where}${cause.message.zh}；改正：${cause.remedy.zh}${proposed}（${cause.code}）`;
}

function wordsOf(proposal: Proposal | null): string {
  if (proposal === null) return "";
  const values = proposal.values.join(" 或 ");
  switch (proposal.ground) {
    case "form":
      return values;
    case "in-register":
      return `${values}（登记库中有此代码且名称相符）`;
    case "computed":
      return `${values}（按校验位推算，登记库中尚无，请与证照核对）`;
    case "name-of-code":
      return `该代码登记的名称是“${values}”；名称无误的，核对代码`;
  }
}

function columnOf({ cause }: CellNote): string {
  return (cause.column ?? cause.field ?? "").slice(0, 100);
}
