import { Button } from "antd";
import { Link } from "react-router";
import type { Session } from "../../../client/index.ts";
import { ACCOUNT_PAGE } from "../screens.ts";
import { useSignOut } from "../session.ts";
import { useWords } from "../words.ts";
import { InboxLink } from "./inbox-link.tsx";
import { ReaderSettings } from "./reader-settings.tsx";
import { SHELL_WORDS } from "./shell.words.ts";
import { SiteName } from "./site-name.tsx";

/** Name of the site, who it is, and the settings of the reader. */
export function DeskHeader({ session, onFind }: { readonly session: Session; readonly onFind: () => void }) {
  const { t, pick } = useWords(SHELL_WORDS);
  const signOut = useSignOut();
  return (
    <header className="desk-header">
      <SiteName />
      <div className="desk-tools">
        <Button onClick={onFind}>
          {t("shell.find")} <kbd>Ctrl K</kbd>
        </Button>
        <InboxLink />
        <ReaderSettings />
        <Link className="who" to={ACCOUNT_PAGE.path}>
          <span className="visually-hidden">{t("shell.account")}</span>
          {session.user?.name}
          {session.body ? <span className="quiet"> {pick(session.body.name)}</span> : null}
        </Link>
        <Button type="text" loading={signOut.isPending} onClick={() => signOut.mutate()}>
          {t("shell.signOut")}
        </Button>
      </div>
    </header>
  );
}
