import { useWords } from "../../words.ts";
import { ChangePasswordForm } from "./change-password-form.tsx";
import { Door } from "./door.tsx";
import { SIGN_IN_WORDS } from "./sign-in.words.ts";

/** A password that somebody else has set is changed before anything else. */
export function ChangePassword() {
  const { t } = useWords(SIGN_IN_WORDS);
  return (
    <Door title={t("change.title")} lead={t("change.lead")}>
      <ChangePasswordForm />
    </Door>
  );
}
