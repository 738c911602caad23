import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Form, Input } from "antd";
import { giveSecondFactor } from "../../../../client/index.ts";
import { SESSION_KEY } from "../../session.ts";
import { useWords } from "../../words.ts";
import { Door } from "./door.tsx";
import { forgetOthers } from "./forget-others.ts";
import { Refused } from "./refused.tsx";
import { SIGN_IN_WORDS } from "./sign-in.words.ts";

interface FactorProps {
  readonly onBack: () => void;
  readonly onSignedIn?: () => void;
}

/** The one-time code, after the password or the identity service. */
export function SecondFactor({ onBack, onSignedIn }: FactorProps) {
  const { t, language } = useWords(SIGN_IN_WORDS);
  const queries = useQueryClient();
  const attempt = useMutation({
    mutationFn: ({ code }: { readonly code: string }) => giveSecondFactor(code.replaceAll(/\s/g, ""), language),
    onSuccess: () => {
      forgetOthers(queries);
      onSignedIn?.();
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
