import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { take } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { NOTICES_KEY, useMarkRead } from "../../notices.ts";
import { moment } from "../../numbers.ts";
import { SCREENS } from "../../screens.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { useWords } from "../../words.ts";
import { TODAY_WORDS } from "./today.words.ts";

const SHOWN = 5;

/** The newest unread notices, and the way to all of them. */
export function LatestNotices() {
  const { t, pick } = useWords(TODAY_WORDS);
  const api = useApi();
  const mark = useMarkRead();
  const query = useQuery({
    queryKey: [...NOTICES_KEY, "latest"],
    queryFn: () => take(api.GET("/api/v1/notices", { params: { query: { unread: true, limit: SHOWN } } })),
  });
  return (
    <section aria-labelledby="today-inbox">
      <h2 id="today-inbox">{t("inbox.title")}</h2>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{t("inbox.none")}</p>
          ) : (
            <ul className="today-lines">
              {items.map(({ noticeId, title, link, madeAt }) => (
                <li key={noticeId}>
                  <span className="today-what">
                    <Link to={link} onClick={() => mark.mutate({ only: noticeId })}>
                      {pick(title)}
                    </Link>
                  </span>
                  <span className="today-when">
                    <time className="quiet" dateTime={madeAt}>
                      {moment(madeAt)}
                    </time>
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <p>
        <Link to={SCREENS.inbox.path}>{t("inbox.all")}</Link>
      </p>
    </section>
  );
}
