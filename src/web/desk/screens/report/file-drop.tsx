import { Button } from "antd";
import { useRef, useState, type DragEvent } from "react";
import { useWords } from "../../words.ts";
import { REPORT_WORDS } from "./report.words.ts";

/** A place to drop a file, and a button for those who choose it. */
export function FileDrop({ onFile }: { readonly onFile: (file: File) => void }) {
  const { t } = useWords(REPORT_WORDS);
  const field = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null): void => {
    const file = files?.[0];
    if (file) onFile(file);
  };
  const onDrag = (event: DragEvent, entering: boolean): void => {
    event.preventDefault();
    setOver(entering);
  };
  return (
    <div
      className={over ? "drop drop-over" : "drop"}
      role="presentation"
      onDragOver={(event) => onDrag(event, true)}
      onDragLeave={(event) => onDrag(event, false)}
      onDrop={(event) => {
        onDrag(event, false);
        take(event.dataTransfer.files);
      }}
    >
      <p>
        {t("report.drop")} <Button onClick={() => field.current?.click()}>{t("report.choose")}</Button>
      </p>
      <p className="quiet">{t("report.formats")}</p>
      <input
        ref={field}
        type="file"
        hidden
        aria-label={t("report.choose")}
        accept=".xlsx,.csv,.txt,.ndjson,.jsonl,.json"
        onChange={({ target }) => take(target.files)}
      />
    </div>
  );
}
