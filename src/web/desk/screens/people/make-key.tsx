import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { take } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { useNames } from "../../catalogue.ts";
import { Field } from "../../field.tsx";
import { moment } from "../../numbers.ts";
import { useRoleName } from "../../role-words.ts";
import { ProblemNotice } from "../../shell/problem-notice.tsx";
import { ShownOnce } from "../../shell/shown-once.tsx";
import { useWords } from "../../words.ts";
import { BodyChoice } from "./body-and-role.tsx";
import { KEYS_WORDS } from "./keys.words.ts";
import { CHANGES_KEY } from "./outcome.ts";

export const KEYS_KEY = ["keys"] as const;

const PROGRAM_ROLES = ["reporter", "counter-clerk", "regulator"] as const;
const LONGEST_DAYS = 730;

interface Wanted {
  readonly name: string;
  readonly body: string;
  readonly roles: readonly string[];
  readonly days: string;
  readonly reason: string;
}

const NOTHING_YET: Wanted = { name: "", body: "", roles: ["reporter"], days: "365", reason: "" };

/** Making a key; its secret is shown once. */
export function MakeKey() {
  const { t } = useWords(KEYS_WORDS);
  const { bodyName } = useNames();
  const [wanted, setWanted] = useState(NOTHING_YET);
  const making = useMaking(() => setWanted(NOTHING_YET));
  const made = making.data;
  return (
    <section>
      <h2>{t("make.title")}</h2>
      {made ? (
        <ShownOnce title={t("made.title", { name: made.key.name })} value={made.token}>
          <p>{t("made.hand", { body: bodyName(made.key.body), until: moment(made.key.expiresAt) })}</p>
        </ShownOnce>
      ) : null}
      <form
        className="sheet"
        onSubmit={(event) => {
          event.preventDefault();
          making.mutate(wanted);
        }}
      >
        <KeyFields wanted={wanted} onChange={(part) => setWanted({ ...wanted, ...part })} />
        <Button type="primary" htmlType="submit" loading={making.isPending} disabled={!isComplete(wanted)}>
          {t("make.submit")}
        </Button>
        {making.isError ? <ProblemNotice error={making.error} /> : null}
      </form>
    </section>
  );
}

interface FieldsProps {
  readonly wanted: Wanted;
  readonly onChange: (part: Partial<Wanted>) => void;
}

function KeyFields({ wanted, onChange }: FieldsProps) {
  const { t } = useWords(KEYS_WORDS);
  const roleName = useRoleName();
  const toggled = (role: string, isOn: boolean) =>
    PROGRAM_ROLES.filter((one) => (one === role ? isOn : wanted.roles.includes(one)));
  return (
    <>
      <div className="choices">
        <Field label={t("make.name")} value={wanted.name} maxLength={100} onChange={(name) => onChange({ name })} />
        <BodyChoice value={wanted.body} onChange={(body) => onChange({ body })} />
        <Field label={t("make.days")} type="number" value={wanted.days} onChange={(days) => onChange({ days })} />
        <Field
          label={t("make.reason")}
          value={wanted.reason}
          maxLength={500}
          onChange={(reason) => onChange({ reason })}
        />
      </div>
      <fieldset className="ticks">
        <legend>{t("make.roles")}</legend>
        {PROGRAM_ROLES.map((role) => (
          <label key={role} className="radio">
            <input
              type="checkbox"
              checked={wanted.roles.includes(role)}
              onChange={({ target }) => onChange({ roles: toggled(role, target.checked) })}
            />
            {roleName(role)}
          </label>
        ))}
      </fieldset>
    </>
  );
}

function isComplete({ name, body, roles, days, reason }: Wanted): boolean {
  const number = Number(days);
  const isSpan = Number.isInteger(number) && number >= 1 && number <= LONGEST_DAYS;
  return name.trim().length >= 2 && reason.trim().length >= 2 && body !== "" && roles.length > 0 && isSpan;
}

function useMaking(onMade: () => void) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ name, body, roles, days, reason }: Wanted) =>
      take(
        api.POST("/api/v1/keys", {
          body: { name: name.trim(), body, roles, days: Number(days), reason: reason.trim() },
        }),
      ),
    onSuccess: () => {
      onMade();
      return Promise.all([KEYS_KEY, CHANGES_KEY].map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
  });
}
