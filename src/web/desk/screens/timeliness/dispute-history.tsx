import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { take } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { moment } from "../../numbers.ts";
import { usePersonName } from "../../people.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { useWords } from "../../words.ts";
import { DISPUTES_KEY } from "./statement-keys.ts";
import { disputeStateKey, STATEMENTS_WORDS } from "./statements.words.ts";

/** What happened in a dispute, with everybody's reasons; asked for when it is opened. */
export function DisputeHistory({ proceedingId }: { readonly proceedingId: string }) {
  const { t } = useWords(STATEMENTS_WORDS);
  const api = useApi();
  const personName = usePersonName();
  const [isOpen, setOpen] = useState(false);
  const query = useQuery({
    queryKey: [...DISPUTES_KEY, "one", proceedingId],
    queryFn: () => take(api.GET("/api/v1/figure-disputes/{proceedingId}", { params: { path: { proceedingId } } })),
    enabled: isOpen,
  });
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t("history.title")}</summary>
      {isOpen ? (
        <Loaded query={query}>
          {({ events }) => (
            <ol className="steps-list">
              {events.map(({ at, actor, act, toState, reason }) => (
                <li key={at + act}>
                  {moment(at)} {personName(actor)} {act === "open" ? t("history.open") : t(disputeStateKey(toState))}
                  <br />
                  {reason}
                </li>
              ))}
            </ol>
          )}
        </Loaded>
      ) : null}
    </details>
  );
}
