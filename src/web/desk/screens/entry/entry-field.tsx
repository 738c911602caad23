import { Button } from "antd";
import { useId, type ReactNode } from "react";
import type { FormField, RowTrial } from "../../../../client/index.ts";
import { useWords } from "../../words.ts";
import { FieldControl } from "./field-control.tsx";
import { ENTRY_WORDS } from "./entry.words.ts";

type Finding = RowTrial["findings"][number];

export interface FieldProps {
  readonly field: FormField;
  readonly value: string;
  readonly required: boolean;
  /** What was found about it, where it is time to say so. */
  readonly findings: readonly Finding[];
  /** As it would be kept, where it is read otherwise than typed. */
  readonly readAs: string | null;
  readonly changed: boolean;
  readonly onChange: (value: string) => void;
  readonly onLeave: () => void;
}

const SHAPES = { error: "✕", review: "○", warning: "△", change: "✓" } as const;

/** One field of a form: its name, what is typed, what was found, and what it may have meant, one act away. */
export function EntryField(props: FieldProps) {
  const { field, required, findings, changed } = props;
  const { t, pick } = useWords(ENTRY_WORDS);
  const id = useId();
  const isGroup = field.input.control === "checkboxes";
  const isWrong = findings.some(({ severity }) => severity === "error");
  const name = (
    <>
      {pick(field.title)}
      {required ? null : <span className="quiet">{t("entry.optional")}</span>}
    </>
  );
  const told = `${id}-help ${id}-found`;
  const control = <FieldControl {...props} id={id} told={told} wrong={isWrong} />;
  const below = (
    <>
      <p id={`${id}-help`} className="choice-help">
        {pick(field.help)}
      </p>
      <Findings {...props} id={`${id}-found`} />
    </>
  );
  const wide = field.input.control === "lines" || isGroup;
  const classes = `entry-field${wide ? " entry-wide" : ""}${changed ? " entry-changed" : ""}`;
  if (isGroup)
    return (
      <div className={classes} onBlur={props.onLeave}>
        <fieldset className="ticks" aria-describedby={told}>
          <legend>{name}</legend>
          {control}
          {below}
        </fieldset>
      </div>
    );
  return (
    <div className={classes} onBlur={props.onLeave}>
      <label htmlFor={id}>{name}</label>
      {control}
      {below}
    </div>
  );
}

function Findings({ id, findings, readAs, onChange }: FieldProps & { readonly id: string }) {
  const { t, pick } = useWords(ENTRY_WORDS);
  return (
    <div id={id} role="status" className="entry-found">
      {findings.map((finding) => (
        <div key={finding.code} className={`state-${finding.severity}`}>
          <span aria-hidden="true">{SHAPES[finding.severity]}</span> {pick(finding.message)}
          <span className="quiet">
            {" "}
            {finding.severity === "change" && readAs !== null
              ? t("entry.readAs", { value: readAs })
              : pick(finding.remedy)}
          </span>
          {finding.proposals.map((value) => (
            <Proposal key={value} onTake={() => onChange(value)}>
              {t("entry.proposal", { value })}
            </Proposal>
          ))}
        </div>
      ))}
    </div>
  );
}

function Proposal({ children, onTake }: { readonly children: ReactNode; readonly onTake: () => void }) {
  return (
    <Button size="small" className="entry-proposal" onClick={onTake}>
      {children}
    </Button>
  );
}
