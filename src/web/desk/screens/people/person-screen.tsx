import { Link, useParams } from "react-router";
import type { Person } from "../../../../client/index.ts";
import { usePeople } from "../../people.ts";
import { INVITE_SCREEN } from "../../screens.ts";
import { mayOpen, useSession } from "../../session.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { Notice } from "../../shell/notice.tsx";
import { ReasonedStep } from "../../shell/reasoned-step.tsx";
import { useWords } from "../../words.ts";
import { PEOPLE_WORDS } from "./people.words.ts";
import { ChangeHistory } from "./change-history.tsx";
import { GiveRole, RolesHeld } from "./person-roles.tsx";
import { InvitationOnce } from "./invitation-once.tsx";
import { Proposed } from "./proposed.tsx";
import { useRecovery } from "./proposing.ts";

/** One person: account, roles, and what may be proposed about them. */
export function PersonScreen() {
  const { t } = useWords(PEOPLE_WORDS);
  const { personId } = useParams();
  const people = usePeople();
  return (
    <>
      <p className="trail">
        <Link to="/people">{t("back")}</Link>
      </p>
      <Loaded query={people} heading={t("list.title")}>
        {(everybody) => {
          const person = everybody.find((one) => one.personId === personId);
          return person ? <About key={person.personId} person={person} /> : <Nobody />;
        }}
      </Loaded>
    </>
  );
}

function Nobody() {
  const { t } = useWords(PEOPLE_WORDS);
  return (
    <>
      <h1>{t("person.none")}</h1>
      <Notice kind="plain" title={t("person.none")}>
        <p>{t("person.noneText")}</p>
      </Notice>
    </>
  );
}

function About({ person }: { readonly person: Person }) {
  const { t } = useWords(PEOPLE_WORDS);
  const session = useSession().data;
  const mayPropose = session !== undefined && mayOpen(session, INVITE_SCREEN.permission);
  const facts = [
    [t("list.userName"), person.userName],
    [t("list.state"), t(person.active ? "list.active" : "list.invited")],
    [t("list.factor"), t(person.secondFactor ? "list.factorOn" : "list.factorOff")],
  ] as const;
  return (
    <>
      <h1>{person.name}</h1>
      <dl className="facts sheet">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <RolesHeld person={person} mayPropose={mayPropose} />
      {mayPropose ? (
        <>
          <GiveRole person={person} />
          <Recovery person={person} />
        </>
      ) : null}
      <section>
        <h2>{t("person.history")}</h2>
        <ChangeHistory personId={person.personId} />
      </section>
    </>
  );
}

function Recovery({ person: { personId, name } }: { readonly person: Person }) {
  const { t } = useWords(PEOPLE_WORDS);
  const recovery = useRecovery(personId);
  return (
    <section>
      <h2>{t("person.recovery")}</h2>
      <p className="lead">{t("person.recoveryText", { name })}</p>
      {recovery.data ? (
        <>
          <Proposed />
          <InvitationOnce half="first" name={name} invitation={recovery.data.invitation} />
        </>
      ) : (
        <ReasonedStep verb={t("person.recover")} effect={t("person.recoverEffect", { name })} step={recovery} />
      )}
    </section>
  );
}
