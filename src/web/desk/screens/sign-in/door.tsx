import { useEffect, useRef, type ReactNode } from "react";
import { ReaderSettings } from "../../shell/reader-settings.tsx";
import { SiteName } from "../../shell/site-name.tsx";
import { SHELL_WORDS } from "../../shell/shell.words.ts";
import { useWords } from "../../words.ts";

/** The frame of what comes before the work: one sheet with one question. */
export function Door({
  title,
  lead,
  children,
}: {
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
}) {
  const { t } = useWords(SHELL_WORDS);
  const heading = useRef<HTMLHeadingElement>(null);
  // Each step is a new page to somebody who does not see it; the first one leaves the focus where the browser put it.
  const first = useRef(title);
  useEffect(() => {
    if (first.current !== title) heading.current?.focus();
  }, [title]);
  return (
    <>
      <header className="desk-header">
        <SiteName />
        <div className="desk-tools">
          <a href="/">{t("shell.site")}</a>
          <ReaderSettings />
        </div>
      </header>
      <main className="door">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <p className="quiet">{lead}</p>
        {children}
      </main>
    </>
  );
}
