import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import type { RowTable } from "./batch-rows.ts";
import { NO_EDITS, undone, withChange, withoutRows, type EditedCell, type EditState } from "./edits.rules.ts";
import { keepEdits, keptEdits } from "./kept-edits.ts";

/** The changes of a batch under repair. */
export interface RepairWork {
  readonly state: EditState;
  readonly sent: string | null;
  readonly change: (cells: readonly EditedCell[]) => void;
  readonly undo: () => void;
  /** These rows were handed in with a batch of their own. */
  readonly settle: (rows: readonly number[], sent: string) => void;
}

/** Changes survive reloading the page, in this tab. */
export function useEdits(person: string, batchId: string, table: RowTable): RepairWork {
  const [before] = useState(() => keptEdits(person, batchId));
  const [state, setState] = useState<EditState>({ ...NO_EDITS, edits: before.edits });
  const [sent, setSent] = useState(before.sent);
  const { columns, rows } = table;
  useEffect(() => {
    keepEdits(person, batchId, { edits: state.edits, sent }, { columns, rows });
  }, [person, batchId, state.edits, sent, columns, rows]);
  return {
    state,
    sent,
    change: useCallback((cells) => setState((now) => withChange(now, cells)), []),
    undo: useCallback(() => setState(undone), []),
    settle: useCallback((handedIn, by) => {
      setState((now) => withoutRows(now, new Set(handedIn)));
      setSent(by);
    }, []),
  };
}

/** After an act on rows their batch and all lists of batches are asked for again. */
export function useRowsSettled(batchId: string): () => Promise<unknown> {
  const queries = useQueryClient();
  return () =>
    Promise.all(
      [
        ["batches", batchId],
        ["batches", "list"],
      ].map((queryKey) => queries.invalidateQueries({ queryKey })),
    );
}
