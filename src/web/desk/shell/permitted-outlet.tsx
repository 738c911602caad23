import { Outlet } from "react-router";
import { mayOpen, useSession } from "../session.ts";
import type { Screen } from "../screens.ts";
import { useWords } from "../words.ts";
import { Notice } from "./notice.tsx";
import { SHELL_WORDS } from "./shell.words.ts";

/** A screen for those with its right; others are told whom to ask. What they may do is decided by the API alone. */
export function PermittedOutlet({ screen }: { readonly screen: Screen }) {
  const session = useSession();
  const { t, pick } = useWords(SHELL_WORDS);
  if (session.data && mayOpen(session.data, screen.permission)) return <Outlet />;
  return (
    <>
      <h1>{pick(screen.title)}</h1>
      <Notice kind="plain" title={t("permission.title", { screen: pick(screen.title) })}>
        <p>{t("permission.remedy")}</p>
      </Notice>
    </>
  );
}
