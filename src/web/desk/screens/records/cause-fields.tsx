import { Input } from "antd";
import { useId } from "react";
import type { FiledRecord } from "../../../../client/index.ts";
import { Choice } from "../../choice.tsx";
import { Field } from "../../field.tsx";
import { useWords } from "../../words.ts";
import { RECORDS_WORDS } from "./records.words.ts";

/** Why something is proposed. */
export interface Cause {
  readonly ground: string;
  readonly changedOn: string;
  readonly reason: string;
}

export const NO_CAUSE: Cause = { ground: "", changedOn: "", reason: "" };
const SHORTEST_REASON = 2;

type Ground = FiledRecord["grounds"][number];

export function isStated({ ground, changedOn, reason }: Cause, grounds: readonly Ground[]): boolean {
  const chosen = grounds.find((one) => one.ground === ground);
  return chosen !== undefined && reason.trim().length >= SHORTEST_REASON && (!chosen.clock || changedOn !== "");
}

/** The cause as the API takes it. */
export function causeToSend({ ground, changedOn, reason }: Cause) {
  return { ground, reason: reason.trim(), ...(changedOn === "" ? {} : { changedOn }) };
}

interface CauseProps {
  readonly grounds: readonly Ground[];
  readonly cause: Cause;
  readonly isPublic: boolean;
  readonly onChange: (cause: Cause) => void;
}

/** Ground, where a statutory term runs the day of the change, and the reason. */
export function CauseFields({ grounds, cause, isPublic, onChange }: CauseProps) {
  const { t, pick } = useWords(RECORDS_WORDS);
  const id = useId();
  const chosen = grounds.find((one) => one.ground === cause.ground);
  return (
    <div className="cause-fields">
      <div className="choices choices-top">
        <Choice
          label={t("cause.ground")}
          value={cause.ground}
          placeholder={t("cause.choose")}
          options={grounds.map(({ ground, title }) => ({ value: ground, label: pick(title) }))}
          onChange={(ground) => onChange({ ...cause, ground, changedOn: "" })}
        />
        {chosen?.clock === true ? (
          <Field
            type="date"
            label={t("cause.changedOn")}
            value={cause.changedOn}
            help={t("cause.clockRuns")}
            onChange={(changedOn) => onChange({ ...cause, changedOn })}
          />
        ) : null}
      </div>
      {chosen ? <p className="quiet">{pick(chosen.help)}</p> : null}
      <label htmlFor={id}>{t(isPublic ? "cause.reasonPublic" : "cause.reason")}</label>
      <Input.TextArea
        id={id}
        rows={2}
        value={cause.reason}
        maxLength={500}
        onChange={({ target }) => onChange({ ...cause, reason: target.value })}
      />
    </div>
  );
}
