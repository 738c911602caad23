import { useMutation, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { Button, Form, Input } from "antd";
import { useState } from "react";
import { ApiProblem, giveSecondFactor, signIn } from "../../../../client/index.ts";
import { SESSION_KEY } from "../../session.ts";
import { ProblemNotice } from "../../shell/problem-notice.tsx";
import { Notice } from "../../shell/notice.tsx";
import { useWords } from "../../words.ts";
import { Door } from "./door.tsx";
import { SIGN_IN_WORDS } from "./sign-in.words.ts";

/** Signing in: name and password, then the second factor where the account has one. */
export function SignIn() {
  const [factorNeeded, setFactorNeeded] = useState(false);
  return factorNeeded ? (
    <SecondFactor onBack={() => setFactorNeeded(false)} />
  ) : (
    <Password onFactorNeeded={() => setFactorNeeded(true)} />
  );
}

/** Whatever somebody else saw in this window is not for whoever comes now. */
function forgetOthers(queries: QueryClient): void {
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION_KEY[0] });
}

interface Given {
  readonly userName: string;
  readonly password: string;
}

function Password({ onFactorNeeded }: { readonly onFactorNeeded: () => void }) {
  const { t, language } = useWords(SIGN_IN_WORDS);
  const queries = useQueryClient();
  const attempt = useMutation({
    mutationFn: (given: Given) => signIn(given, language),
    onSuccess: (session) => {
      if (session === null) return onFactorNeeded();
      forgetOthers(queries);
      queries.setQueryData(SESSION_KEY, session);
    },
  });
  const needed = (field: string) => [{ required: true, message: t("signIn.needed", { field }) }];
  return (
    <Door title={t("signIn.title")} lead={t("signIn.lead")}>
      {attempt.isError ? <Refused error={attempt.error} /> : null}
      <Form<Given> layout="vertical" requiredMark={false} onFinish={(given) => attempt.mutate(given)}>
        <Form.Item name="userName" label={t("signIn.userName")} rules={needed(t("signIn.userName"))}>
          <Input autoComplete="username" autoCapitalize="none" spellCheck={false} />
        </Form.Item>
        <Form.Item name="password" label={t("signIn.password")} rules={needed(t("signIn.password"))}>
          <Input type="password" autoComplete="current-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={attempt.isPending}>
          {t("signIn.submit")}
        </Button>
      </Form>
      <p className="quiet">{t("signIn.forgotten")}</p>
    </Door>
  );
}

/** A wrong password is no lost session: it is told as what it is. */
function Refused({ error }: { readonly error: Error }) {
  const { t } = useWords(SIGN_IN_WORDS);
  if (!(error instanceof ApiProblem) || error.status !== 401) return <ProblemNotice error={error} />;
  return (
    <Notice kind="error" title={error.title || t("signIn.wrong.title")}>
      {error.detail === "" ? null : <p>{error.detail}</p>}
    </Notice>
  );
}

function SecondFactor({ onBack }: { readonly onBack: () => void }) {
  const { t, language } = useWords(SIGN_IN_WORDS);
  const queries = useQueryClient();
  const attempt = useMutation({
    mutationFn: ({ code }: { readonly code: string }) => giveSecondFactor(code.replaceAll(/\s/g, ""), language),
    onSuccess: () => {
      forgetOthers(queries);
      return queries.invalidateQueries({ queryKey: SESSION_KEY });
    },
  });
  const message = t("signIn.needed", { field: t("factor.code") });
  return (
    <Door title={t("factor.title")} lead={t("factor.lead")}>
      {attempt.isError ? <Refused error={attempt.error} /> : null}
      <Form<{ code: string }> layout="vertical" requiredMark={false} onFinish={(given) => attempt.mutate(given)}>
        <Form.Item name="code" label={t("factor.code")} rules={[{ required: true, message }]}>
          <Input inputMode="numeric" autoComplete="one-time-code" maxLength={12} />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={attempt.isPending}>
          {t("factor.submit")}
        </Button>
      </Form>
      <p>
        <Button type="link" onClick={onBack}>
          {t("factor.back")}
        </Button>
      </p>
    </Door>
  );
}
