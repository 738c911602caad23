import { Link } from "react-router";
import { useUnread } from "../notices.ts";
import { count } from "../numbers.ts";
import { SCREENS } from "../screens.ts";
import { useWords } from "../words.ts";
import { SHELL_WORDS } from "./shell.words.ts";

/** The way to the inbox, with how much of it is unread; a screen reader is told when more comes in. */
export function InboxLink() {
  const { t, pick } = useWords(SHELL_WORDS);
  const unread = useUnread().data?.unread ?? 0;
  return (
    <Link className="inbox-link" to={SCREENS.inbox.path}>
      {pick(SCREENS.inbox.title)}
      <span role="status">
        {unread === 0 ? null : (
          <>
            <span className="inbox-count" aria-hidden="true">
              {count(unread)}
            </span>
            <span className="visually-hidden">{t("shell.unread", { count: unread })}</span>
          </>
        )}
      </span>
    </Link>
  );
}
