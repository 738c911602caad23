import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import type { ReactNode } from "react";
import { useWords } from "../words.ts";
import { Notice } from "./notice.tsx";
import { SHOWN_ONCE_WORDS } from "./shown-once.words.ts";

interface ShownOnceProps {
  readonly title: string;
  readonly value: string;
  /** What to do with it, and until when. */
  readonly children: ReactNode;
}

/** A secret that the platform keeps no copy of: to be handed on now. */
export function ShownOnce({ title, value, children }: ShownOnceProps) {
  const { t } = useWords(SHOWN_ONCE_WORDS);
  const copy = useMutation({ mutationFn: () => navigator.clipboard.writeText(value) });
  return (
    <Notice
      kind="done"
      title={title}
      actions={
        <>
          <Button onClick={() => copy.mutate()}>{t("once.copy")}</Button>{" "}
          <span role="status">
            {copy.isSuccess ? t("once.copied") : null}
            {copy.isError ? t("once.byHand") : null}
          </span>
        </>
      }
    >
      <p>
        <code className="secret">{value}</code>
      </p>
      <p>{t("once.only")}</p>
      {children}
    </Notice>
  );
}
