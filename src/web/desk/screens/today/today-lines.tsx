import { Link } from "react-router";
import type { TodayLine } from "../../../../client/index.ts";
import { count } from "../../numbers.ts";
import { useWords } from "../../words.ts";
import { partsOf } from "./today.rules.ts";
import { TODAY_WORDS } from "./today.words.ts";

/** Each urgency is told by word and shape; the colour comes on top. */
const LOOKS = {
  overdue: { shape: "✕", look: "state-error" },
  due: { shape: "△", look: "state-warning" },
  soon: { shape: "◇", look: "state-warning" },
  open: { shape: "○", look: "quiet" },
} as const;

/** What is to be done, in parts by urgency; each line leads to where it is done. */
export function TodayLines({ lines }: { readonly lines: readonly TodayLine[] }) {
  const { t } = useWords(TODAY_WORDS);
  return partsOf(lines).map(({ urgency, lines: of }) => (
    <section key={urgency} aria-labelledby={`today-${urgency}`}>
      <h2 id={`today-${urgency}`} className={`today-part ${LOOKS[urgency].look}`}>
        <span aria-hidden="true">{LOOKS[urgency].shape}</span> {t(`part.${urgency}`)}
      </h2>
      <ul className="today-lines">
        {of.map((line) => (
          <Line key={`${line.duty} ${line.link} ${line.label?.zh ?? ""} ${line.stage?.zh ?? ""}`} line={line} />
        ))}
      </ul>
    </section>
  ));
}

function Line({ line }: { readonly line: TodayLine }) {
  const { t, pick } = useWords(TODAY_WORDS);
  const { title, label, stage, dueOn, link, urgency } = line;
  const isNear = urgency === "soon" && stage !== null;
  return (
    <li>
      <span className="today-what">
        <Link to={link}>{pick(title)}</Link>
        {label === null ? null : <span className="today-label">{pick(label)}</span>}
      </span>
      <span className="today-when">
        {isNear ? <span className={LOOKS.soon.look}>{pick(stage)}</span> : null}
        {dueOn === null ? null : (
          <span className="quiet">{t(line.count === 1 ? "line.due.one" : "line.due", { day: dueOn })}</span>
        )}
      </span>
      <span className="today-count">{t("line.count", { count: count(line.count) })}</span>
    </li>
  );
}
