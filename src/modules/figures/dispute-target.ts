import type { StatementId } from "../../kernel/ids.ts";
import { RATES, type Rate } from "./rate-editions.ts";

/** The procedure of data/procedures by which a frozen figure is disputed. */
export const DISPUTE = "figure-dispute";

/** One figure of a statement. */
export interface FigurePlace {
  readonly statementId: StatementId;
  readonly rate: Rate;
  readonly item: string;
  readonly body: string;
}

/** What a dispute is about, as its proceeding's target names it; a body's code may hold spaces, so it stands last. */
export function targetOf({ statementId, rate, item, body }: FigurePlace): string {
  return `${statementId} ${rate} ${item} ${body}`;
}

/** Rate, item and body of a target; null for what is none. */
export function placeIn(target: string): Omit<FigurePlace, "statementId"> | null {
  const [, name, item, ...rest] = target.split(" ");
  const rate = RATES.find((one) => one === name);
  return rate && item !== undefined && rest.length > 0 ? { rate, item, body: rest.join(" ") } : null;
}
