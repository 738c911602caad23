import { Button } from "antd";
import { useState } from "react";
import type { Person } from "../../../../client/index.ts";
import { useNames } from "../../catalogue.ts";
import { useRoleName } from "../../role-words.ts";
import { ProblemNotice } from "../../shell/problem-notice.tsx";
import { ReasonedStep } from "../../shell/reasoned-step.tsx";
import { useWords } from "../../words.ts";
import { BodyAndRole, isComplete, NO_ROLE_YET } from "./body-and-role.tsx";
import { PEOPLE_WORDS } from "./people.words.ts";
import { Proposed } from "./proposed.tsx";
import { useRoleChange } from "./proposing.ts";

type RoleHeld = Person["roles"][number];

/** The roles of a person, each with the way to propose its end. */
export function RolesHeld({ person, mayPropose }: { readonly person: Person; readonly mayPropose: boolean }) {
  const { t } = useWords(PEOPLE_WORDS);
  const { bodyName } = useNames();
  const roleName = useRoleName();
  return (
    <section>
      <h2>{t("person.held")}</h2>
      {person.roles.length === 0 ? <p className="empty">{t("person.noRoles")}</p> : null}
      <ul className="causes">
        {person.roles.map(({ body, role }) => (
          <li key={`${body} ${role}`} className="cause">
            <p>{t("person.roleOf", { body: bodyName(body), role: roleName(role) })}</p>
            {mayPropose ? <EndRole person={person} held={{ body, role }} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function EndRole({ person: { personId, name }, held }: { readonly person: Person; readonly held: RoleHeld }) {
  const { t } = useWords(PEOPLE_WORDS);
  const { bodyName } = useNames();
  const roleName = useRoleName();
  const change = useRoleChange(personId, { ...held, change: "end" });
  if (change.isSuccess) return <Proposed />;
  const places = { name, body: bodyName(held.body), role: roleName(held.role) };
  return <ReasonedStep danger verb={t("person.end")} effect={t("person.endEffect", places)} step={change} />;
}

/** Proposing a further role. */
export function GiveRole({ person: { personId, name } }: { readonly person: Person }) {
  const { t } = useWords(PEOPLE_WORDS);
  const [wanted, setWanted] = useState(NO_ROLE_YET);
  const change = useRoleChange(personId, { body: wanted.body, role: wanted.role, change: "grant" });
  return (
    <section>
      <h2>{t("person.give")}</h2>
      {change.isSuccess ? (
        <Proposed />
      ) : (
        <form
          className="sheet"
          onSubmit={(event) => {
            event.preventDefault();
            change.mutate(wanted.reason.trim());
          }}
        >
          <div className="choices">
            <BodyAndRole wanted={wanted} onChange={(part) => setWanted({ ...wanted, ...part })} />
          </div>
          <p>{t("person.giveEffect", { name })}</p>
          <Button type="primary" htmlType="submit" loading={change.isPending} disabled={!isComplete(wanted)}>
            {t("person.giveSubmit")}
          </Button>
          {change.isError ? <ProblemNotice error={change.error} /> : null}
        </form>
      )}
    </section>
  );
}
