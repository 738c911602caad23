import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Form, Input } from "antd";
import { setPassword } from "../../../../client/index.ts";
import { SESSION_KEY, useSession } from "../../session.ts";
import { useWords } from "../../words.ts";
import { NewPassword } from "./new-password.tsx";
import { Refused } from "./refused.tsx";
import { SIGN_IN_WORDS } from "./sign-in.words.ts";

interface Given {
  readonly current: string;
  readonly next: string;
}

/** The present password and a new one, for whoever is signed in. */
export function ChangePasswordForm({ onChanged }: { readonly onChanged?: () => void }) {
  const { t, language } = useWords(SIGN_IN_WORDS);
  const queries = useQueryClient();
  const userName = useSession().data?.user?.userName ?? "";
  const [form] = Form.useForm<Given>();
  const change = useMutation({
    mutationFn: ({ current, next }: Given) => setPassword({ current, next }, language),
    onSuccess: () => {
      form.resetFields();
      onChanged?.();
      return queries.invalidateQueries({ queryKey: SESSION_KEY });
    },
  });
  return (
    <>
      {change.isError ? <Refused error={change.error} /> : null}
      <Form<Given> form={form} layout="vertical" requiredMark={false} onFinish={(given) => change.mutate(given)}>
        <Form.Item
          name="current"
          label={t("change.current")}
          rules={[{ required: true, message: t("signIn.needed", { field: t("change.current") }) }]}
        >
          <Input type="password" autoComplete="current-password" maxLength={200} />
        </Form.Item>
        <NewPassword userName={userName} />
        <Button type="primary" htmlType="submit" block loading={change.isPending}>
          {t("change.submit")}
        </Button>
      </Form>
    </>
  );
}
