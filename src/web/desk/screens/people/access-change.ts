import type { AccessChange } from "../../../../client/index.ts";
import { useNames } from "../../catalogue.ts";
import { usePersonName } from "../../people.ts";
import { useRoleName } from "../../role-words.ts";
import { useWords } from "../../words.ts";
import { PEOPLE_WORDS } from "./people.words.ts";

export type ChangeKind = "grant" | "end" | "recovery";

/** What a proposed change is about, in words of the reader. */
export interface ChangeTold {
  readonly kind: ChangeKind;
  readonly name: string;
  readonly body: string;
  readonly role: string;
  readonly what: string;
}

/** Tells a proposed change: who would get or lose what. */
export function useTelling(): (change: AccessChange) => ChangeTold {
  const { t } = useWords(PEOPLE_WORDS);
  const { bodyName } = useNames();
  const personName = usePersonName();
  const roleName = useRoleName();
  return ({ procedure, target, body, detail }) => {
    const ended: ChangeKind = detail["change"] === "end" ? "end" : "grant";
    const kind = procedure === "account-recovery" ? "recovery" : ended;
    const role = typeof detail["role"] === "string" ? roleName(detail["role"]) : "";
    const places = { name: personName(target), body: bodyName(body ?? ""), role };
    return { kind, ...places, what: t(`what.${kind}`, places) };
  };
}
