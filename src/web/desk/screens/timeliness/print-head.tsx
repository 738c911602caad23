import { systemClock } from "../../../../kernel/time.ts";
import { moment } from "../../numbers.ts";
import { useWords } from "../../words.ts";
import { STATEMENTS_WORDS } from "./statements.words.ts";

/** What a printed page bears instead of the navigation: whence, when, and by what a statement can be known again. */
export function PrintHead({ digest }: { readonly digest?: string }) {
  const { t } = useWords(STATEMENTS_WORDS);
  const { origin, pathname, search } = globalThis.location;
  return (
    <p className="print-only small">
      {t("one.printed", { at: moment(systemClock.now()), source: origin + pathname + search })}
      {digest === undefined ? null : (
        <>
          <br />
          {t("one.digest")} <span className="mono">{digest}</span>
        </>
      )}
    </p>
  );
}
