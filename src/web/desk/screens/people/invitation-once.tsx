import { moment } from "../../numbers.ts";
import { ShownOnce } from "../../shell/shown-once.tsx";
import { useWords } from "../../words.ts";
import type { Invitation } from "./outcome.ts";
import { PEOPLE_WORDS } from "./people.words.ts";

/** The address by which a person sets a password. */
export function InvitationOnce({ name, invitation }: { readonly name: string; readonly invitation: Invitation }) {
  const { t } = useWords(PEOPLE_WORDS);
  return (
    <ShownOnce
      title={t("invitation.title", { name })}
      value={`${globalThis.location.origin}/desk/invitation#${invitation.token}`}
    >
      <p>{t("invitation.hand", { name, until: moment(invitation.expiresAt) })}</p>
    </ShownOnce>
  );
}
