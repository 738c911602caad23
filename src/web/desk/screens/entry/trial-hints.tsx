import { Link } from "react-router";
import type { EntryForm, RowTrial } from "../../../../client/index.ts";
import { useWords } from "../../words.ts";
import { fieldsOf } from "./entry-fields.tsx";
import { ENTRY_WORDS } from "./entry.words.ts";
import { PublicationFacts } from "./publication-facts.tsx";

interface HintsProps {
  readonly form: EntryForm;
  readonly trial: RowTrial | undefined;
  readonly checking: boolean;
}

const SHAPES = { error: "✕", review: "○", warning: "△", change: "✓" } as const;

/** Beside the form: whether it is ready, on file already, whose it is, and by when it must be public. */
export function TrialHints({ form, trial, checking }: HintsProps) {
  const { t } = useWords(ENTRY_WORDS);
  return (
    <aside className="entry-hints" aria-label={t("hints.title")} aria-busy={checking}>
      {trial === undefined ? (
        <p className="quiet">{t(checking ? "hints.checking" : "hints.start")}</p>
      ) : (
        <>
          <Ready trial={trial} />
          <OfTheRow trial={trial} />
          {trial.outcome === null ? null : <Outcome form={form} trial={trial} />}
          {trial.subject === null ? null : <Party subject={trial.subject} />}
          {trial.publication === null ? null : <PublicationFacts forecast={trial.publication} />}
        </>
      )}
    </aside>
  );
}

const MISSING = "required-missing";

/** What is only missing yet is no mistake. */
function Ready({ trial: { ok, findings } }: { readonly trial: RowTrial }) {
  const { t } = useWords(ENTRY_WORDS);
  const errors = findings.filter(({ severity, code }) => severity === "error" && code !== MISSING).length;
  const missing = findings.filter(({ code }) => code === MISSING).length;
  return (
    <div role="status" className="entry-ready">
      {ok ? <p className="state-done">✓ {t("hints.ready")}</p> : null}
      {errors > 0 ? <p className="state-error">✕ {t("hints.errors", { count: errors })}</p> : null}
      {missing > 0 ? <p className="quiet">○ {t("hints.missing", { count: missing })}</p> : null}
    </div>
  );
}

/** What was found about the row as a whole. */
function OfTheRow({ trial: { findings } }: { readonly trial: RowTrial }) {
  const { pick } = useWords(ENTRY_WORDS);
  const found = findings.filter(({ field }) => field === null);
  if (found.length === 0) return null;
  return (
    <ul className="plain-list">
      {found.map(({ code, severity, message, remedy }) => (
        <li key={code} className={`state-${severity}`}>
          <span aria-hidden="true">{SHAPES[severity]}</span> {pick(message)}
          <span className="quiet"> {pick(remedy)}</span>
        </li>
      ))}
    </ul>
  );
}

function Outcome({ form, trial }: Omit<HintsProps, "checking" | "trial"> & { readonly trial: RowTrial }) {
  const { t, pick } = useWords(ENTRY_WORDS);
  const { outcome, record, changedFields } = trial;
  if (outcome === null) return null;
  const titles = fieldsOf(form).filter(({ key }) => changedFields.includes(key));
  const fields = titles.map(({ title }) => pick(title)).join("、");
  const shape = { new: "✓", duplicate: "○", changed: "△", waiting: "○" }[outcome];
  return (
    <>
      <h3>{t("outcome.title")}</h3>
      <p className={outcome === "new" ? "state-done" : "state-warning"}>
        <span aria-hidden="true">{shape}</span> {t(`outcome.${outcome}`, { fields })}
      </p>
      {record === null ? null : (
        <p>
          <Link to={`/records/${record}`}>{t("outcome.record")}</Link>
        </p>
      )}
    </>
  );
}

function Party({ subject: { kind, name } }: { readonly subject: Exclude<RowTrial["subject"], null> }) {
  const { t } = useWords(ENTRY_WORDS);
  const isSure = kind === "known" || kind === "new";
  const words =
    kind === "known" && name === null ? t("subject.knownUnnamed") : t(`subject.${kind}`, { name: name ?? "" });
  return (
    <>
      <h3>{t("subject.title")}</h3>
      <p className={isSure ? "state-done" : "state-warning"}>
        <span aria-hidden="true">{isSure ? "✓" : "△"}</span> {words}
      </p>
    </>
  );
}
