import { ApiProblem, AuthenticatorRefusal } from "../../../../client/index.ts";
import { Notice } from "../../shell/notice.tsx";
import { ProblemNotice } from "../../shell/problem-notice.tsx";
import { useWords } from "../../words.ts";
import { SIGN_IN_WORDS } from "./sign-in.words.ts";

/** A wrong password is no lost session: it is told as what it is. */
export function Refused({ error }: { readonly error: Error }) {
  const { t } = useWords(SIGN_IN_WORDS);
  if (error instanceof AuthenticatorRefusal)
    return (
      <Notice kind="warning" title={t(`authenticator.${error.reason}`)}>
        <p>{t(`authenticator.${error.reason}.text`)}</p>
      </Notice>
    );
  if (!(error instanceof ApiProblem) || error.status !== 401) return <ProblemNotice error={error} />;
  return (
    <Notice kind="error" title={error.title || t("signIn.wrong.title")}>
      {error.detail === "" ? null : <p>{error.detail}</p>}
    </Notice>
  );
}
