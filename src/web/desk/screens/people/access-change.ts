import type { AccessChange } from "../../../../client/index.ts";
import { useNames } from "../../catalogue.ts";
import { usePersonName } from "../../people.ts";
import { useRoleName } from "../../role-words.ts";
import { useWords } from "../../words.ts";
import { PEOPLE_WORDS } from "./people.words.ts";

export type ChangeKind = "grant" | "end" | "recovery" | "key";

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
    const kind = kindOf(procedure, detail["change"]);
    const role = typeof detail["role"] === "string" ? roleName(detail["role"]) : "";
    const ofKey = typeof detail["name"] === "string" ? detail["name"] : "";
    const name = kind === "key" ? ofKey : personName(target);
    const places = { name, body: bodyName(body ?? ""), role };
    return { kind, ...places, what: t(`what.${kind}`, places) };
  };
}

function kindOf(procedure: string, change: unknown): ChangeKind {
  if (procedure === "account-recovery") return "recovery";
  if (procedure === "key-issue") return "key";
  return change === "end" ? "end" : "grant";
}
