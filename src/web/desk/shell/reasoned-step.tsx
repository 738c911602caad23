import type { UseMutationResult } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useId, useState } from "react";
import { LONGEST_PASSWORD } from "../../../kernel/password.ts";
import { useWords } from "../words.ts";
import { ProblemNotice } from "./problem-notice.tsx";
import { REASONED_STEP_WORDS } from "./reasoned-step.words.ts";

const SHORTEST_REASON = 2;

interface StepProps {
  /** The verb of the button. */
  readonly verb: string;
  /** What the step will do, to whom. */
  readonly effect: string;
  readonly step: UseMutationResult<unknown, Error, string>;
  readonly danger?: boolean;
  /** Not every step takes a reason. */
  readonly withReason?: boolean;
  /** A step that takes one's own password instead of a reason. */
  readonly withPassword?: boolean;
}

/** A step that counts: first a button, then in words what it will do, and the reason for it. */
export function ReasonedStep(props: StepProps) {
  const { verb, effect, step, danger = false, withPassword = false, withReason = true } = props;
  const { t } = useWords(REASONED_STEP_WORDS);
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState("");
  const id = useId();
  if (!asking)
    return (
      <Button danger={danger} onClick={() => setAsking(true)}>
        {verb}
      </Button>
    );
  return (
    <form
      className="undo"
      onSubmit={(event) => {
        event.preventDefault();
        step.mutate(withPassword ? reason : reason.trim());
      }}
    >
      <p>{effect}</p>
      {withReason ? (
        <>
          <label htmlFor={id}>{t(withPassword ? "step.password" : "step.reason")}</label>
          <Input
            id={id}
            value={reason}
            maxLength={withPassword ? LONGEST_PASSWORD : 500}
            onChange={({ target }) => setReason(target.value)}
            {...(withPassword ? { type: "password", autoComplete: "current-password" } : {})}
          />
        </>
      ) : null}
      <p className="actions">
        <Button
          type="primary"
          danger={danger}
          htmlType="submit"
          loading={step.isPending}
          disabled={withReason && reason.trim().length < SHORTEST_REASON}
        >
          {t("step.confirm", { verb })}
        </Button>
        <Button onClick={() => setAsking(false)}>{t("step.cancel")}</Button>
      </p>
      {step.isError ? <ProblemNotice error={step.error} /> : null}
    </form>
  );
}
