import type { RecordClock } from "../../../client/index.ts";
import { moment } from "../numbers.ts";
import { useWords } from "../words.ts";
import { ClockBar, HolderName } from "./clock-bar.tsx";
import { CLOCK_WORDS } from "./clock.words.ts";

const STATES = { running: "○", paused: "○", public: "✓", withdrawn: "✕", "not-published": "○" } as const;
const HOLDERS = ["department", "platform", "nobody"] as const;

/** Who held a record when, what the term says of it, and who caused that it is late. */
export function ClockView({ clock }: { readonly clock: RecordClock }) {
  const { t } = useWords(CLOCK_WORDS);
  return (
    <section className="clock" aria-labelledby="clock-title">
      <h2 id="clock-title">{t("clock.title")}</h2>
      <Verdict clock={clock} />
      <Term clock={clock} />
      <ClockBar segments={clock.segments} />
      <Totals clock={clock} />
      <Segments clock={clock} />
    </section>
  );
}

function Verdict({ clock }: { readonly clock: RecordClock }) {
  const { t } = useWords(CLOCK_WORDS);
  const { state, onTime } = clock;
  const said = t(`clock.state.${state}`);
  const look = onTime === null ? "plain" : onTime ? "done" : "error";
  return (
    <p className="whole">
      <span className={`state state-${look}`}>
        <span aria-hidden="true">{onTime === false ? "△" : STATES[state]}</span>{" "}
        {onTime === null
          ? said
          : t("clock.verdict", { state: said, verdict: t(onTime ? "clock.onTime" : "clock.late") })}
      </span>
    </p>
  );
}

function Term({ clock }: { readonly clock: RecordClock }) {
  const { t, pick } = useWords(CLOCK_WORDS);
  const { termWorkdays, dueOn, dueMissing, dueIfServedToday, state, rule, totals } = clock;
  const lateDays = HOLDERS.reduce((sum, holder) => sum + totals[holder].lateDays, 0);
  const parts = HOLDERS.filter((holder) => totals[holder].lateDays > 0)
    .map((holder) => t("clock.part", { holder: t(`holder.${holder}`), days: totals[holder].lateDays }))
    .join(t("clock.comma"));
  return (
    <>
      <p>
        {termWorkdays === null ? t("clock.noTerm") : null}
        {dueOn === null || termWorkdays === null ? null : t("clock.due", { days: termWorkdays, day: dueOn })}
        {dueMissing === null ? null : t("clock.dueMissing", { file: dueMissing })}
        {state === "paused" && dueIfServedToday !== null ? t("clock.paused", { day: dueIfServedToday }) : null}
        {lateDays > 0 ? ` ${t("clock.lateDays", { days: lateDays, parts })}` : null}
      </p>
      {rule === null || totals.nobody.days + (state === "paused" ? 1 : 0) === 0 ? null : (
        <p className="quiet">
          {rule.serviceDue === null ? null : `${t("clock.serviceDue", { day: rule.serviceDue })} `}
          {pick(rule.note)}
          {rule.verified ? null : t("clock.unverified")}
        </p>
      )}
    </>
  );
}

function Totals({ clock }: { readonly clock: RecordClock }) {
  const { t } = useWords(CLOCK_WORDS);
  return (
    <dl className="figures" aria-label={t("clock.totals")}>
      {HOLDERS.map((holder) => (
        <div key={holder}>
          <dt>
            <HolderName holder={holder} />
          </dt>
          <dd>
            {clock.totals[holder].workdays ?? t("clock.unknown")}{" "}
            <span className="small quiet">{t("clock.workdays")}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Segments({ clock }: { readonly clock: RecordClock }) {
  const { t } = useWords(CLOCK_WORDS);
  const { segments, endedAt } = clock;
  return (
    <ol className="segments" aria-label={t("clock.segments")}>
      {segments.map(({ kind, holder, from, to, workdays, lateDays }, at) => (
        <li key={from} className={`segment segment-${holder}`}>
          <span className="segment-what">
            <HolderName holder={holder} /> · {t(`kind.${kind}`)}
          </span>
          <span className="steady">
            {moment(from)} – {at === segments.length - 1 && endedAt === null ? t("clock.now") : moment(to)}
          </span>
          <span className="numeric">
            {workdays ?? t("clock.unknown")} {t("clock.workdays")}
            {lateDays > 0 ? (
              <span className="state-error">
                {" "}
                <span aria-hidden="true">△</span> {t("clock.late.column")} {lateDays}
              </span>
            ) : null}
          </span>
        </li>
      ))}
    </ol>
  );
}
