import { fieldWithRole, type CatalogueItem, type FieldRole, type RowValues, type Workdays } from "#catalogue";
import type { Text } from "../../kernel/text.ts";
import { parseLocalDate, type LocalDate } from "../../kernel/time.ts";
import { explainTerm, type ExplainedTerm } from "./explain-term.ts";
import type { HoldReason } from "./publication-plan.ts";
import { planPublication, type PublicationLaw } from "./publication.rules.ts";

/** What would become of a row's publication if it were filed today. */
export interface PublicationForecast {
  /** Null where no term of publication runs. */
  readonly term: ExplainedTerm | null;
  /** The last day of the term is over. */
  readonly late: boolean;
  readonly hold: HoldReason | null;
  readonly severity: string | null;
  /** What the rules propose where nobody has confirmed a class of severity, and why. */
  readonly proposal: string | null;
  readonly reason: Text | null;
  readonly publicUntil: LocalDate | null;
}

/** Works out term, class and window of a row by today's law. Pure. */
export function forecastPublication(
  law: PublicationLaw,
  workdays: Workdays,
  {
    item,
    values,
    attested,
    today,
  }: {
    readonly item: CatalogueItem;
    readonly values: RowValues;
    readonly attested: boolean;
    readonly today: LocalDate;
  },
): PublicationForecast {
  const valueOf = (role: FieldRole) => values[fieldWithRole(item, role)?.key ?? ""];
  const word = (role: FieldRole): string | null => {
    const value = valueOf(role);
    return typeof value === "string" ? value : null;
  };
  const kinds = valueOf("penalty-kinds");
  const decisionDate = parseLocalDate(word("decision-date") ?? "");
  const { publicity } = item;
  const plan = planPublication(
    {
      publicity,
      decisionDate,
      declaredSeverity: word("severity"),
      penaltyKinds: typeof kinds === "object" ? kinds : [],
      procedure: word("procedure"),
      publicityEnd: parseLocalDate(word("publicity-end") ?? ""),
      attested,
      today,
    },
    law,
  );
  const term =
    publicity.deadline === null || decisionDate === null
      ? null
      : explainTerm(law.deadlines, workdays, publicity.deadline, decisionDate);
  const { hold, severity, proposal, reason, publicUntil } = plan;
  const due = term?.due ?? null;
  return { term, late: due !== null && due < today, hold, severity, proposal, reason, publicUntil };
}
