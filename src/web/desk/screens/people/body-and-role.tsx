import { ROLES } from "../../../../kernel/permission.ts";
import { useBodies } from "../../catalogue.ts";
import { Choice } from "../../choice.tsx";
import { Field } from "../../field.tsx";
import { useRoleName } from "../../role-words.ts";
import { useWords } from "../../words.ts";
import { PEOPLE_WORDS } from "./people.words.ts";

/** A role that is proposed, and why. */
export interface RoleWanted {
  readonly body: string;
  readonly role: string;
  readonly reason: string;
}

export const NO_ROLE_YET: RoleWanted = { body: "", role: "", reason: "" };

export function isComplete({ body, role, reason }: RoleWanted): boolean {
  return body !== "" && role !== "" && reason.trim().length >= 2;
}

interface RoleFieldsProps {
  readonly wanted: RoleWanted;
  readonly onChange: (change: Partial<RoleWanted>) => void;
}

/** Choosing a body and a role in it, with the reason. */
export function BodyAndRole({ wanted, onChange }: RoleFieldsProps) {
  const { t } = useWords(PEOPLE_WORDS);
  const roleName = useRoleName();
  return (
    <>
      <BodyChoice value={wanted.body} onChange={(body) => onChange({ body })} />
      <Choice
        label={t("form.role")}
        value={wanted.role}
        placeholder={t("form.choose")}
        options={ROLES.map((role) => ({ value: role, label: roleName(role) }))}
        onChange={(role) => onChange({ role })}
      />
      <Field
        label={t("form.reason")}
        value={wanted.reason}
        maxLength={500}
        onChange={(reason) => onChange({ reason })}
      />
    </>
  );
}

interface BodyChoiceProps {
  readonly value: string;
  readonly onChange: (body: string) => void;
}

export function BodyChoice({ value, onChange }: BodyChoiceProps) {
  const { t, pick } = useWords(PEOPLE_WORDS);
  const bodies = useBodies().data?.items ?? [];
  return (
    <Choice
      label={t("form.body")}
      value={value}
      placeholder={t("form.choose")}
      options={bodies.map(({ body, name }) => ({ value: body, label: pick(name) }))}
      onChange={onChange}
    />
  );
}
