import { Button } from "antd";
import { useWords } from "../words.ts";
import { Notice } from "./notice.tsx";
import { SHELL_WORDS } from "./shell.words.ts";

/** A screen that could not be loaded or drawn: after an upgrade its file may be gone under the old name. */
export function BrokenScreen() {
  const { t } = useWords(SHELL_WORDS);
  return (
    <main className="screen">
      <h1>{t("shell.desk")}</h1>
      <Notice
        kind="error"
        title={t("problem.broken.title")}
        actions={<Button onClick={() => globalThis.location.reload()}>{t("problem.reload")}</Button>}
      >
        <p>{t("problem.broken.remedy")}</p>
      </Notice>
    </main>
  );
}
