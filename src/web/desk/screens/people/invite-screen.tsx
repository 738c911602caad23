import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { take } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { Field } from "../../field.tsx";
import { PEOPLE_KEY } from "../../people.ts";
import { Notice } from "../../shell/notice.tsx";
import { ProblemNotice } from "../../shell/problem-notice.tsx";
import { useWords } from "../../words.ts";
import { BodyAndRole, isComplete, NO_ROLE_YET, type RoleWanted } from "./body-and-role.tsx";
import { InvitationOnce } from "./invitation-once.tsx";
import { CHANGES_KEY } from "./outcome.ts";
import { PEOPLE_WORDS } from "./people.words.ts";

interface Wanted extends RoleWanted {
  readonly userName: string;
  readonly name: string;
}

const NOBODY_YET: Wanted = { ...NO_ROLE_YET, userName: "", name: "" };

/** Inviting a person, with a first role that another person approves. */
export function InviteScreen() {
  const { t } = useWords(PEOPLE_WORDS);
  const [wanted, setWanted] = useState(NOBODY_YET);
  const inviting = useInviting();
  const again = () => {
    setWanted(NOBODY_YET);
    inviting.reset();
  };
  return (
    <>
      <p className="trail">
        <Link to="/people">{t("back")}</Link>
      </p>
      <h1>{t("invite")}</h1>
      <p className="lead">{t("invite.lead")}</p>
      {inviting.data ? (
        <>
          <Notice kind="done" title={t("invite.done", { name: wanted.name })} />
          <InvitationOnce half="first" name={wanted.name} invitation={inviting.data.invitation} />
          <Button onClick={again}>{t("invite.another")}</Button>
        </>
      ) : (
        <InviteForm
          wanted={wanted}
          pending={inviting.isPending}
          onChange={(change) => setWanted({ ...wanted, ...change })}
          onSubmit={() => inviting.mutate(wanted)}
        />
      )}
      {inviting.isError ? <ProblemNotice error={inviting.error} /> : null}
    </>
  );
}

interface InviteFormProps {
  readonly wanted: Wanted;
  readonly pending: boolean;
  readonly onChange: (change: Partial<Wanted>) => void;
  readonly onSubmit: () => void;
}

function InviteForm({ wanted, pending, onChange, onSubmit }: InviteFormProps) {
  const { t } = useWords(PEOPLE_WORDS);
  const isReady = isComplete(wanted) && wanted.userName.trim().length >= 2 && wanted.name.trim() !== "";
  return (
    <form
      className="sheet"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <div className="choices">
        <Field label={t("list.name")} value={wanted.name} maxLength={60} onChange={(name) => onChange({ name })} />
        <Field
          label={t("list.userName")}
          help={t("invite.nameHelp")}
          value={wanted.userName}
          maxLength={40}
          onChange={(userName) => onChange({ userName })}
        />
        <BodyAndRole wanted={wanted} onChange={onChange} />
      </div>
      <Button type="primary" htmlType="submit" loading={pending} disabled={!isReady}>
        {t("invite")}
      </Button>
    </form>
  );
}

function useInviting() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ userName, name, reason, body, role }: Wanted) => {
      const person = { userName: userName.trim(), name: name.trim(), reason: reason.trim(), body, role };
      return take(api.POST("/api/v1/people", { body: person }));
    },
    onSuccess: () => Promise.all([CHANGES_KEY, PEOPLE_KEY].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
}
