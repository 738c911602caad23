import { moment } from "../../numbers.ts";
import { ShownOnce } from "../../shell/shown-once.tsx";
import { useWords } from "../../words.ts";
import type { Invitation } from "./outcome.ts";
import { PEOPLE_WORDS } from "./people.words.ts";

interface InvitationProps {
  readonly name: string;
  readonly invitation: Invitation;
  /** Which half it is where it is one: that of whoever proposed, or that of whoever approved. */
  readonly half: "first" | "second";
}

/** The address by which a person sets a password, or the code that belongs to it. */
export function InvitationOnce({ name, invitation, half }: InvitationProps) {
  const { t } = useWords(PEOPLE_WORDS);
  const { token, complete, expiresAt } = invitation;
  const words = complete ? "hand" : half;
  const address = `${globalThis.location.origin}/desk/invitation#${token}`;
  return (
    <ShownOnce
      title={t(words === "second" ? "invitation.codeTitle" : "invitation.title", { name })}
      value={words === "second" ? token : address}
    >
      <p>{t(`invitation.${words}`, { name, until: moment(expiresAt) })}</p>
    </ShownOnce>
  );
}
