import { SHELL_WORDS } from "./shell.words.ts";
import { useWords } from "../words.ts";

/** Something is being loaded. Shown only after a moment, so that what is quick does not flicker. */
export function Waiting() {
  const { t } = useWords(SHELL_WORDS);
  return (
    <p className="waiting" role="status">
      {t("waiting")}
    </p>
  );
}
