import { Form, Input } from "antd";
import { SHORTEST_PASSWORD } from "../../../../kernel/password.ts";
import { useWords } from "../../words.ts";
import { SIGN_IN_WORDS } from "./sign-in.words.ts";

/** A new password, twice. `userName` where it is known: a password may not hold it. */
export function NewPassword({ userName = "" }: { readonly userName?: string }) {
  const { t } = useWords(SIGN_IN_WORDS);
  const refused = (words: string) => Promise.reject(new Error(words));
  return (
    <>
      <Form.Item
        name="next"
        label={t("change.next")}
        rules={[
          { required: true, min: SHORTEST_PASSWORD, message: t("change.short") },
          {
            validator: (_rule, value) =>
              holds(String(value ?? ""), userName) ? refused(t("change.holdsName")) : Promise.resolve(),
          },
        ]}
      >
        <Input type="password" autoComplete="new-password" maxLength={200} />
      </Form.Item>
      <Form.Item
        name="again"
        label={t("change.again")}
        dependencies={["next"]}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_rule, value) =>
              value === getFieldValue("next") ? Promise.resolve() : refused(t("change.different")),
          }),
        ]}
      >
        <Input type="password" autoComplete="new-password" maxLength={200} />
      </Form.Item>
    </>
  );
}

function holds(password: string, userName: string): boolean {
  return userName !== "" && password.toLowerCase().includes(userName.toLowerCase());
}
