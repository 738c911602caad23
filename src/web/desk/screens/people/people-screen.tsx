import { useState } from "react";
import { Link } from "react-router";
import type { Person } from "../../../../client/index.ts";
import { useNames } from "../../catalogue.ts";
import { Field } from "../../field.tsx";
import { usePeople } from "../../people.ts";
import { useRoleName } from "../../role-words.ts";
import { INVITE_SCREEN, KEYS_SCREEN, SCREENS } from "../../screens.ts";
import { mayOpen, useSession } from "../../session.ts";
import { Loaded } from "../../shell/loaded.tsx";
import type { Column } from "../../table/column.ts";
import { DataTable } from "../../table/data-table.tsx";
import { useWords } from "../../words.ts";
import { PEOPLE_WORDS } from "./people.words.ts";
import { WaitingChanges } from "./waiting-changes.tsx";

/** Who works here: first what waits for a decision, then everybody. */
export function PeopleScreen() {
  const { t } = useWords(PEOPLE_WORDS);
  const session = useSession().data;
  const below = [
    { screen: SCREENS.people, path: "/people/changes", words: t("history") },
    { screen: INVITE_SCREEN, path: INVITE_SCREEN.path, words: t("invite") },
    { screen: KEYS_SCREEN, path: KEYS_SCREEN.path, words: t("keys") },
  ].filter(({ screen }) => session !== undefined && mayOpen(session, screen.permission));
  return (
    <>
      <h1>{t("title")}</h1>
      <p className="lead">{t("lead")}</p>
      {below.length === 0 ? null : (
        <p className="actions">
          {below.map(({ path, words }) => (
            <Link key={path} className="beside" to={path}>
              {words}
            </Link>
          ))}
        </p>
      )}
      <WaitingChanges />
      <Everybody />
    </>
  );
}

function Everybody() {
  const { t } = useWords(PEOPLE_WORDS);
  const [wanted, setWanted] = useState("");
  const columns = usePersonColumns();
  const people = usePeople();
  const matches = (person: Person) =>
    columns.some(({ value }) =>
      String(value(person) ?? "")
        .toLowerCase()
        .includes(wanted.trim().toLowerCase()),
    );
  return (
    <section>
      <h2>{t("list.title")}</h2>
      <Loaded query={people}>
        {(everybody) => (
          <>
            <div className="choices">
              <Field label={t("list.find")} value={wanted} onChange={setWanted} />
            </div>
            <DataTable
              title={t("list.title")}
              columns={columns}
              rows={everybody.filter(matches)}
              rowKey={({ personId }) => personId}
              empty={t(everybody.length === 0 ? "list.empty" : "list.none")}
            />
          </>
        )}
      </Loaded>
    </section>
  );
}

function usePersonColumns(): readonly Column<Person>[] {
  const { t } = useWords(PEOPLE_WORDS);
  const { bodyName } = useNames();
  const roleName = useRoleName();
  const told = (values: readonly string[]) => [...new Set(values)].join(t("list.comma"));
  return [
    {
      key: "name",
      title: t("list.name"),
      value: ({ name }) => name,
      show: ({ personId, name }) => <Link to={`/people/${personId}`}>{name}</Link>,
    },
    { key: "userName", title: t("list.userName"), value: ({ userName }) => userName },
    { key: "body", title: t("list.body"), value: ({ roles }) => told(roles.map(({ body }) => bodyName(body))) },
    {
      key: "roles",
      title: t("list.roles"),
      value: ({ roles }) => told(roles.map(({ role }) => roleName(role))) || t("list.noRole"),
    },
    {
      key: "state",
      title: t("list.state"),
      value: ({ active }) => t(active ? "list.active" : "list.invited"),
      show: ({ active }) => (
        <span className={`state state-${active ? "done" : "warning"}`}>
          <span aria-hidden="true">{active ? "✓" : "△"}</span> {t(active ? "list.active" : "list.invited")}
        </span>
      ),
    },
    {
      key: "factor",
      title: t("list.factor"),
      value: ({ secondFactor }) => t(secondFactor ? "list.factorOn" : "list.factorOff"),
    },
  ];
}
