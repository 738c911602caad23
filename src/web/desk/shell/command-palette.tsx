import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import { useNavigate } from "react-router";
import type { Session } from "../../../client/index.ts";
import { useWords } from "../words.ts";
import { useFindable, type Findable } from "./findable.ts";
import { SHELL_WORDS } from "./shell.words.ts";

const LONGEST_LIST = 12;

/** Finds screens, items and batches by a part of their name or number, and opens the chosen one. */
export function CommandPalette({ session, onClose }: { readonly session: Session; readonly onClose: () => void }) {
  const { t } = useWords(SHELL_WORDS);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="palette" aria-label={t("palette.title")} onClose={onClose}>
      <Finder session={session} onClose={onClose} />
      <p className="quiet palette-help">{t("palette.help")}</p>
    </dialog>
  );
}

function Finder({ session, onClose }: { readonly session: Session; readonly onClose: () => void }) {
  const { t } = useWords(SHELL_WORDS);
  const [asked, setAsked] = useState("");
  const [at, setAt] = useState(0);
  const listId = useId();
  const navigate = useNavigate();
  const found = useFindable(session)
    .filter(({ text }) =>
      asked
        .toLowerCase()
        .split(/\s+/)
        .every((part) => text.includes(part)),
    )
    .slice(0, LONGEST_LIST);
  const open = (path: string): void => {
    onClose();
    void navigate(path);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setAt((before) => (before + step + found.length) % Math.max(1, found.length));
    else if (event.key === "Enter" && found[at]) open(found[at].path);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <input
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={found[at] ? `${listId}-${at}` : undefined}
        aria-label={t("palette.title")}
        placeholder={t("palette.place")}
        value={asked}
        onChange={({ target }) => {
          setAsked(target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <FoundList id={listId} found={found} at={at} onOpen={open} />
      <p role="status" className="quiet">
        {found.length === 0 ? t("palette.none") : null}
      </p>
    </>
  );
}

interface FoundProps {
  readonly id: string;
  readonly found: readonly Findable[];
  readonly at: number;
  readonly onOpen: (path: string) => void;
}

function FoundList({ id, found, at, onOpen }: FoundProps) {
  const { t } = useWords(SHELL_WORDS);
  return (
    <div role="listbox" id={id} aria-label={t("palette.title")}>
      {found.map((entry, index) => (
        <button
          type="button"
          role="option"
          tabIndex={-1}
          key={entry.path}
          id={`${id}-${index}`}
          aria-selected={index === at}
          onClick={() => onOpen(entry.path)}
        >
          <span>{entry.title}</span>
          <span className="quiet">
            {entry.detail === "" ? null : <span className="mono">{entry.detail}</span>} {t(`palette.${entry.kind}`)}
          </span>
        </button>
      ))}
    </div>
  );
}
