import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { take, type MailSettings } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { Field } from "../../field.tsx";
import { moment } from "../../numbers.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { Notice } from "../../shell/notice.tsx";
import { ProblemNotice } from "../../shell/problem-notice.tsx";
import { useWords } from "../../words.ts";
import { MAIL_WORDS } from "./mail.words.ts";

const MAIL_KEY = ["mail-settings"] as const;

/** Where somebody wants notices by mail, and whether; what could not be delivered is told. */
export function OwnMail() {
  const { t } = useWords(MAIL_WORDS);
  const api = useApi();
  const query = useQuery({ queryKey: MAIL_KEY, queryFn: () => take(api.GET("/api/v1/session/mail")) });
  return (
    <section className="narrow-form">
      <h2>{t("title")}</h2>
      <p className="lead">{t("lead")}</p>
      <Loaded query={query}>{(settings) => <MailForm settings={settings} />}</Loaded>
    </section>
  );
}

function MailForm({ settings }: { readonly settings: MailSettings }) {
  const { t } = useWords(MAIL_WORDS);
  const api = useApi();
  const queries = useQueryClient();
  const [address, setAddress] = useState(settings.address ?? "");
  const [wanted, setWanted] = useState(settings.wanted);
  const save = useMutation({
    mutationFn: () => {
      const body = { address: address.trim() === "" ? null : address.trim(), wanted };
      return take(api.POST("/api/v1/session/mail", { body }));
    },
    onSuccess: (saved) => queries.setQueryData(MAIL_KEY, saved),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      {settings.enabled ? null : <p className="quiet">{t("off")}</p>}
      {settings.failure === null ? null : (
        <Notice kind="warning" title={t("failure", { at: moment(settings.failure.at) })}>
          <p>{t("failure.text", { fault: settings.failure.fault })}</p>
        </Notice>
      )}
      <Field label={t("address")} value={address} onChange={setAddress} maxLength={254} />
      <p>
        <label className="radio">
          <input type="checkbox" checked={wanted} onChange={({ target }) => setWanted(target.checked)} />
          {t("wanted")}
        </label>
      </p>
      {save.isError ? <ProblemNotice error={save.error} /> : null}
      {save.isSuccess ? <Notice kind="done" title={t("saved")} /> : null}
      <Button htmlType="submit" loading={save.isPending}>
        {t("save")}
      </Button>
    </form>
  );
}
