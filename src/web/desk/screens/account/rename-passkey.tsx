import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { settle, type Passkey } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { Field } from "../../field.tsx";
import { ProblemNotice } from "../../shell/problem-notice.tsx";
import { useWords } from "../../words.ts";
import { PASSKEYS_KEY } from "./passkeys-key.ts";
import { WAYS_WORDS } from "./ways.words.ts";

/** Gives one's own passkey another name. */
export function RenamePasskey({ passkey: { passkeyId, name } }: { readonly passkey: Passkey }) {
  const { t } = useWords(WAYS_WORDS);
  const api = useApi();
  const queries = useQueryClient();
  const [wanted, setWanted] = useState<string | null>(null);
  const rename = useMutation({
    mutationFn: (next: string) =>
      settle(
        api.POST("/api/v1/session/passkeys/{passkeyId}/name", {
          params: { path: { passkeyId } },
          body: { name: next },
        }),
      ),
    onSuccess: () => {
      setWanted(null);
      return queries.invalidateQueries({ queryKey: PASSKEYS_KEY });
    },
  });
  if (wanted === null) return <Button onClick={() => setWanted(name)}>{t("passkeys.rename")}</Button>;
  return (
    <form
      className="undo"
      onSubmit={(event) => {
        event.preventDefault();
        rename.mutate(wanted.trim());
      }}
    >
      <Field label={t("passkeys.newName")} value={wanted} onChange={setWanted} maxLength={60} />
      <p className="actions">
        <Button type="primary" htmlType="submit" loading={rename.isPending} disabled={wanted.trim() === ""}>
          {t("passkeys.save")}
        </Button>
        <Button onClick={() => setWanted(null)}>{t("passkeys.cancel")}</Button>
      </p>
      {rename.isError ? <ProblemNotice error={rename.error} /> : null}
    </form>
  );
}
