import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Form, Input } from "antd";
import { setPassword } from "../../../../client/index.ts";
import { SESSION_KEY } from "../../session.ts";
import { ProblemNotice } from "../../shell/problem-notice.tsx";
import { useWords } from "../../words.ts";
import { Door } from "./door.tsx";
import { SIGN_IN_WORDS } from "./sign-in.words.ts";

interface Given {
  readonly current: string;
  readonly next: string;
  readonly again: string;
}

const SHORTEST = 12;

/** A password that somebody else has set is changed before anything else. */
export function ChangePassword() {
  const { t, language } = useWords(SIGN_IN_WORDS);
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: ({ current, next }: Given) => setPassword({ current, next }, language),
    onSuccess: () => queries.invalidateQueries({ queryKey: SESSION_KEY }),
  });
  return (
    <Door title={t("change.title")} lead={t("change.lead")}>
      {change.isError ? <ProblemNotice error={change.error} /> : null}
      <Form<Given> layout="vertical" requiredMark={false} onFinish={(given) => change.mutate(given)}>
        <Form.Item
          name="current"
          label={t("change.current")}
          rules={[{ required: true, message: t("signIn.needed", { field: t("change.current") }) }]}
        >
          <Input type="password" autoComplete="current-password" />
        </Form.Item>
        <Form.Item
          name="next"
          label={t("change.next")}
          rules={[{ required: true, min: SHORTEST, message: t("change.short") }]}
        >
          <Input type="password" autoComplete="new-password" />
        </Form.Item>
        <Form.Item
          name="again"
          label={t("change.again")}
          dependencies={["next"]}
          rules={[
            ({ getFieldValue }) => ({
              validator: (_rule, value) =>
                value === getFieldValue("next") ? Promise.resolve() : Promise.reject(new Error(t("change.different"))),
            }),
          ]}
        >
          <Input type="password" autoComplete="new-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={change.isPending}>
          {t("change.submit")}
        </Button>
      </Form>
    </Door>
  );
}
