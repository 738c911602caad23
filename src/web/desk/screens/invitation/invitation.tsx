import { useMutation } from "@tanstack/react-query";
import { Button, Form, Input } from "antd";
import { useEffect, useState } from "react";
import { useLocation, useNavigate } from "react-router";
import { ApiProblem, take } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { ProblemNotice } from "../../shell/problem-notice.tsx";
import { useWords } from "../../words.ts";
import { Door } from "../sign-in/door.tsx";
import { NewPassword } from "../sign-in/new-password.tsx";
import { GoToSignIn } from "./go-to-sign-in.tsx";
import { INVITATION_WORDS } from "./invitation.words.ts";

const OVER = 410;

interface Given {
  readonly next: string;
  readonly code?: string;
}

/** Where an invited person sets the first password. */
export function Invitation() {
  const { t } = useWords(INVITATION_WORDS);
  const token = useToken();
  if (token !== "") return <Accept key={token} token={token} />;
  return (
    <Door title={t("none.title")} lead={t("none.lead")}>
      <GoToSignIn userName="" />
    </Door>
  );
}

/** The token of the link, which is then taken out of the address bar and of the history. */
function useToken(): string {
  const { hash, pathname } = useLocation();
  const navigate = useNavigate();
  const [token, setToken] = useState(hash.slice(1));
  if (hash !== "" && hash.slice(1) !== token) setToken(hash.slice(1));
  useEffect(() => {
    if (hash !== "") void navigate(pathname, { replace: true });
  }, [hash, pathname, navigate]);
  return token;
}

function Accept({ token }: { readonly token: string }) {
  const { t } = useWords(INVITATION_WORDS);
  const api = useApi();
  const accept = useMutation({
    mutationFn: ({ next, code }: Given) =>
      take(
        api.POST("/api/v1/invitations", { body: { token: code ? `${token}.${code.trim()}` : token, password: next } }),
      ),
  });
  if (accept.data)
    return (
      <Door title={t("done.title")} lead={t("done.lead", accept.data)}>
        <p>{t("done.roles")}</p>
        <GoToSignIn userName={accept.data.userName} />
      </Door>
    );
  const isOver = accept.error instanceof ApiProblem && accept.error.status === OVER;
  return (
    <Door title={t("title")} lead={t("lead")}>
      {accept.isError ? <ProblemNotice error={accept.error} /> : null}
      {isOver ? (
        <>
          <p>{t("over.next")}</p>
          <GoToSignIn userName="" />
        </>
      ) : (
        <>
          <Rules />
          <Form<Given> layout="vertical" requiredMark={false} onFinish={(given) => accept.mutate(given)}>
            {token.includes(".") ? null : <Code />}
            <NewPassword />
            <Button type="primary" htmlType="submit" block loading={accept.isPending}>
              {t("submit")}
            </Button>
          </Form>
        </>
      )}
    </Door>
  );
}

/** The half of the invitation that whoever approved it hands over. */
function Code() {
  const { t } = useWords(INVITATION_WORDS);
  return (
    <Form.Item
      name="code"
      label={t("code")}
      extra={t("code.help")}
      rules={[{ required: true, message: t("code.needed") }]}
    >
      <Input autoComplete="off" autoCapitalize="none" spellCheck={false} maxLength={100} />
    </Form.Item>
  );
}

function Rules() {
  const { t } = useWords(INVITATION_WORDS);
  return (
    <section className="rules">
      <h2>{t("rules.title")}</h2>
      <ul className="plain-list">
        <li>{t("rules.length")}</li>
        <li>{t("rules.name")}</li>
        <li>{t("rules.advice")}</li>
      </ul>
    </section>
  );
}
