import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Form, Input } from "antd";
import { useState } from "react";
import { useLocation } from "react-router";
import { signIn } from "../../../../client/index.ts";
import { SESSION_KEY } from "../../session.ts";
import { useWords } from "../../words.ts";
import { Door } from "./door.tsx";
import { forgetOthers } from "./forget-others.ts";
import { nameFrom } from "./name-to-sign-in.ts";
import { OtherWays } from "./other-ways.tsx";
import { Refused } from "./refused.tsx";
import { SecondFactor } from "./second-factor.tsx";
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

interface Given {
  readonly userName: string;
  readonly password: string;
}

function Password({ onFactorNeeded }: { readonly onFactorNeeded: () => void }) {
  const { t, language } = useWords(SIGN_IN_WORDS);
  const queries = useQueryClient();
  const userName = nameFrom(useLocation().state);
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
      <Form<Given>
        layout="vertical"
        requiredMark={false}
        initialValues={{ userName }}
        onFinish={(given) => attempt.mutate(given)}
      >
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
      <OtherWays />
    </Door>
  );
}
