import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Form, Input } from "antd";
import { makePasskey, settle, take, type Passkey } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { moment } from "../../numbers.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { Notice } from "../../shell/notice.tsx";
import { ReasonedStep } from "../../shell/reasoned-step.tsx";
import { useWays } from "../../ways.ts";
import { useWords } from "../../words.ts";
import { Refused } from "../sign-in/refused.tsx";
import { RenamePasskey } from "./rename-passkey.tsx";
import { PASSKEYS_KEY } from "./passkeys-key.ts";
import { WAYS_WORDS } from "./ways.words.ts";

/** One's own passkeys: add, name, end. */
export function Passkeys() {
  const { t } = useWords(WAYS_WORDS);
  const api = useApi();
  const ways = useWays();
  const passkeys = useQuery({
    queryKey: PASSKEYS_KEY,
    queryFn: () => take(api.GET("/api/v1/session/passkeys")),
  });
  return (
    <section>
      <h2>{t("passkeys.title")}</h2>
      <p className="lead">{t("passkeys.lead")}</p>
      <Loaded query={passkeys}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="empty">{t("passkeys.none")}</p>
          ) : (
            <ul className="causes">
              {items.map((passkey) => (
                <OwnPasskey key={passkey.passkeyId} passkey={passkey} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {ways.data?.passkeys === false ? (
        <Notice kind="plain" title={t("passkeys.notHere")}>
          <p>{t("passkeys.notHereText")}</p>
        </Notice>
      ) : (
        <AddPasskey />
      )}
    </section>
  );
}

function OwnPasskey({ passkey }: { readonly passkey: Passkey }) {
  const { t } = useWords(WAYS_WORDS);
  const { passkeyId, name, addedAt, lastUsedOn, isBackedUp } = passkey;
  const api = useApi();
  const queries = useQueryClient();
  const end = useMutation({
    mutationFn: (password: string) =>
      settle(
        api.POST("/api/v1/session/passkeys/{passkeyId}/end", {
          params: { path: { passkeyId } },
          body: { password },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: PASSKEYS_KEY }),
  });
  const facts = [
    t("passkeys.added", { at: moment(addedAt) }),
    lastUsedOn === null ? t("passkeys.unused") : t("passkeys.used", { on: lastUsedOn }),
    t(isBackedUp ? "passkeys.copied" : "passkeys.bound"),
  ];
  return (
    <li className="cause">
      <p>
        <strong>{name}</strong>
      </p>
      <p className="quiet">{facts.join(t("passkeys.between"))}</p>
      <div className="actions">
        <RenamePasskey passkey={passkey} />
        <ReasonedStep
          danger
          verb={t("passkeys.end")}
          effect={t("passkeys.endEffect", { name })}
          step={end}
          withPassword
        />
      </div>
    </li>
  );
}

interface Given {
  readonly name: string;
  readonly password: string;
}

function AddPasskey() {
  const { t } = useWords(WAYS_WORDS);
  const api = useApi();
  const queries = useQueryClient();
  const [form] = Form.useForm<Given>();
  const add = useMutation({
    mutationFn: async ({ name, password }: Given) => {
      const options = await take(api.POST("/api/v1/session/passkeys/options", { body: { password } }));
      const answer = await makePasskey(options);
      return take(api.POST("/api/v1/session/passkeys", { body: { name: name.trim(), answer } }));
    },
    onSuccess: (passkeys) => {
      form.resetFields();
      queries.setQueryData(PASSKEYS_KEY, passkeys);
    },
  });
  return (
    <div className="narrow-form">
      <h3>{t("passkeys.add")}</h3>
      {add.isSuccess ? <Notice kind="done" title={t("passkeys.done")} /> : null}
      {add.isError ? <Refused error={add.error} /> : null}
      <Form<Given>
        form={form}
        name="passkey"
        layout="vertical"
        requiredMark={false}
        onFinish={(given) => add.mutate(given)}
      >
        <Form.Item
          name="name"
          label={t("passkeys.name")}
          rules={[{ required: true, whitespace: true, message: t("passkeys.nameNeeded") }]}
        >
          <Input autoComplete="off" maxLength={60} />
        </Form.Item>
        <Form.Item
          name="password"
          label={t("passkeys.password")}
          rules={[{ required: true, message: t("passkeys.passwordNeeded") }]}
        >
          <Input type="password" autoComplete="current-password" maxLength={200} />
        </Form.Item>
        <Button htmlType="submit" block loading={add.isPending}>
          {t("passkeys.add")}
        </Button>
      </Form>
    </div>
  );
}
