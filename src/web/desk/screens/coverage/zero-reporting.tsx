import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { take, type CoverageCell } from "../../../../client/index.ts";
import { systemClock } from "../../../../kernel/time.ts";
import { useApi } from "../../api.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { Notice } from "../../shell/notice.tsx";
import { mayOpen, useSession } from "../../session.ts";
import { useWords } from "../../words.ts";
import { COVERAGE_WORDS } from "./coverage.words.ts";
import { ZeroForm } from "./zero-form.tsx";

/** Whether an obligation can be stated as zero: its period is over and nothing is there. */
export function isOpenForZero({ state, last }: CoverageCell): boolean {
  return (state === "missing" || state === "not-yet-due") && last < systemClock.today();
}

/** Zero reports of one's own body, for those who may make them: what is open, and the form. */
export function ZeroReporting() {
  const session = useSession().data;
  const may = session !== undefined && session.body !== null && mayOpen(session, "coverage:report");
  return may ? <Open /> : null;
}

function Open() {
  const { t } = useWords(COVERAGE_WORDS);
  const api = useApi();
  const [done, setDone] = useState<string | null>(null);
  const query = useQuery({
    queryKey: ["coverage", {}],
    queryFn: () => take(api.GET("/api/v1/coverage", { params: { query: {} } })),
  });
  return (
    <section className="sheet zero-reporting">
      <h2>{t("zero.title")}</h2>
      {done === null ? null : <Notice kind="done" title={t("zero.done", { what: done })} />}
      <Loaded query={query}>
        {({ cells }) => {
          const open = cells.filter(isOpenForZero);
          return open.length === 0 ? (
            <p className="quiet">{t("zero.nothing")}</p>
          ) : (
            <>
              <p className="quiet">{t("zero.lead")}</p>
              <ZeroForm open={open} onDone={setDone} />
            </>
          );
        }}
      </Loaded>
    </section>
  );
}
