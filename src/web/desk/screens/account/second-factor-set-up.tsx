import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Form, Input } from "antd";
import type { ReactNode } from "react";
import { giveSecondFactor, take } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { SESSION_KEY } from "../../session.ts";
import { Notice } from "../../shell/notice.tsx";
import { useWords } from "../../words.ts";
import { Refused } from "../sign-in/refused.tsx";
import { ACCOUNT_WORDS } from "./account.words.ts";

/** Setting one-time codes up: the password, then the secret for the authenticator, in force after a first code. */
export function SecondFactorSetUp({ isSetUp }: { readonly isSetUp: boolean }) {
  const { t, language } = useWords(ACCOUNT_WORDS);
  const api = useApi();
  const queries = useQueryClient();
  const start = useMutation({
    mutationFn: ({ password }: { readonly password: string }) =>
      take(api.POST("/api/v1/session/second-factor/setup", { body: { password } })),
  });
  const confirm = useMutation({
    mutationFn: ({ code }: { readonly code: string }) => giveSecondFactor(code.replaceAll(/\s/g, ""), language),
    onSuccess: () => {
      start.reset();
      return queries.invalidateQueries({ queryKey: SESSION_KEY });
    },
  });
  return (
    <section className="narrow-form">
      <h2>{t("factor.title")}</h2>
      {confirm.isSuccess ? <Notice kind="done" title={t("factor.done")} /> : null}
      {start.data ? (
        <ToAuthenticator uri={start.data.uri} backupCodes={start.data.backupCodes}>
          {confirm.isError ? <Refused error={confirm.error} /> : null}
          <CodeForm pending={confirm.isPending} onCode={confirm.mutate} />
        </ToAuthenticator>
      ) : (
        <>
          <p className="lead">{t(isSetUp ? "factor.again" : "factor.lead")}</p>
          {start.isError ? <Refused error={start.error} /> : null}
          <PasswordForm isSetUp={isSetUp} pending={start.isPending} onPassword={start.mutate} />
        </>
      )}
    </section>
  );
}

interface PasswordFormProps {
  readonly isSetUp: boolean;
  readonly pending: boolean;
  readonly onPassword: (given: { readonly password: string }) => void;
}

function PasswordForm({ isSetUp, pending, onPassword }: PasswordFormProps) {
  const { t } = useWords(ACCOUNT_WORDS);
  return (
    <Form<{ password: string }> name="factor" layout="vertical" requiredMark={false} onFinish={onPassword}>
      <Form.Item name="password" label={t("factor.password")} rules={[{ required: true, message: t("factor.needed") }]}>
        <Input type="password" autoComplete="current-password" maxLength={200} />
      </Form.Item>
      <Button htmlType="submit" block loading={pending}>
        {t(isSetUp ? "factor.restart" : "factor.start")}
      </Button>
    </Form>
  );
}

interface AuthenticatorProps {
  readonly uri: string;
  readonly backupCodes: readonly string[];
  readonly children: ReactNode;
}

function ToAuthenticator({ uri, backupCodes, children }: AuthenticatorProps) {
  const { t } = useWords(ACCOUNT_WORDS);
  const secret = new URL(uri).searchParams.get("secret") ?? "";
  return (
    <>
      <p>{t("factor.once")}</p>
      <ol className="steps-list">
        <li>
          <p>{t("factor.step1")}</p>
          <p>
            <code className="secret">{inFours(secret)}</code>
          </p>
          <a href={uri}>{t("factor.open")}</a>
        </li>
        <li>
          <p>{t("factor.step2")}</p>
          <ul className="backup-codes">
            {backupCodes.map((code) => (
              <li key={code}>
                <code>{code}</code>
              </li>
            ))}
          </ul>
        </li>
        <li>
          <p>{t("factor.step3")}</p>
          {children}
        </li>
      </ol>
    </>
  );
}

/** Groups of four, as people read a long text aloud or type it. */
function inFours(text: string): string {
  return text.match(/.{1,4}/g)?.join(" ") ?? "";
}

interface CodeFormProps {
  readonly pending: boolean;
  readonly onCode: (given: { readonly code: string }) => void;
}

function CodeForm({ pending, onCode }: CodeFormProps) {
  const { t } = useWords(ACCOUNT_WORDS);
  return (
    <Form<{ code: string }> name="code" layout="vertical" requiredMark={false} onFinish={onCode}>
      <Form.Item name="code" label={t("factor.code")} rules={[{ required: true, message: t("factor.codeNeeded") }]}>
        <Input inputMode="numeric" autoComplete="one-time-code" maxLength={12} />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={pending}>
        {t("factor.confirm")}
      </Button>
    </Form>
  );
}
