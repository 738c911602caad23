import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { take, type Api, type Move } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";

/** Parts of a subject that a split takes away. */
export interface SplitParts {
  readonly records: readonly string[];
  readonly names: readonly string[];
  readonly identifiers: readonly { readonly scheme: string; readonly value: string }[];
}

/** What is asked for: a merge into another subject, or a split to one; null makes a new one. */
export type Asked =
  | { readonly act: "merge"; readonly from: string; readonly into: string; readonly reason: string }
  | {
      readonly act: "split";
      readonly from: string;
      readonly to: string | null;
      readonly parts: SplitParts;
      readonly reason: string;
    };

/** A preview of a move and the move itself; pressing twice, or once more after the network failed, moves once. */
export function useMoving() {
  const api = useApi();
  const queries = useQueryClient();
  const [attempt] = useState(() => crypto.randomUUID());
  const preview = useMutation({ mutationFn: (asked: Asked) => move(api, asked, null) });
  const moving = useMutation({
    mutationFn: (asked: Asked) => move(api, asked, attempt),
    onSuccess: () =>
      Promise.all(
        [["subjects"], ["reviews"], ["judgements"]].map((queryKey) => queries.invalidateQueries({ queryKey })),
      ),
  });
  return { preview, moving };
}

/** Without a key of the attempt only a preview. */
function move(api: Api, asked: Asked, attempt: string | null): Promise<Move> {
  const { from, reason } = asked;
  const path = { subject: from };
  const preview = attempt === null;
  const headers = attempt === null ? {} : { "idempotency-key": attempt };
  if (asked.act === "merge") {
    const query = { into: asked.into, reason, preview };
    return take(api.POST("/api/v1/subjects/{subject}/merge", { params: { path, query }, headers }));
  }
  const { records, names, identifiers } = asked.parts;
  const body = {
    ...(asked.to === null ? {} : { to: asked.to }),
    records: [...records],
    names: [...names],
    identifiers: identifiers.map((one) => ({ ...one })),
    reason,
  };
  return take(api.POST("/api/v1/subjects/{subject}/split", { params: { path, query: { preview } }, body, headers }));
}
