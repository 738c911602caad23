import type { ReactNode } from "react";

interface NoticeProps {
  /** Error and warning carry their word and shape, never a colour alone. */
  readonly kind: "error" | "warning" | "plain" | "done";
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

const SHAPES = { error: "✕", warning: "△", plain: "○", done: "✓" } as const;

/** What happened and what can be done, as a helpful clerk would write it. */
export function Notice({ kind, title, children, actions }: NoticeProps) {
  return (
    <div className={`notice notice-${kind}`} role={kind === "error" ? "alert" : "status"}>
      <p className="notice-title">
        <span aria-hidden="true">{SHAPES[kind]}</span> {title}
      </p>
      {children === undefined ? null : <div className="notice-text">{children}</div>}
      {actions === undefined ? null : <p className="notice-actions">{actions}</p>}
    </div>
  );
}
