import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { take } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import type { Cells } from "./entry.rules.ts";

/** As long as somebody types without a pause nothing is asked. */
const PAUSE_MILLISECONDS = 350;

/** What a value was when nobody had changed it for a moment. */
export function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  const key = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MILLISECONDS);
    return () => clearTimeout(timer);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- an equal value is the same one
  }, [key]);
  return settled;
}

interface TrialOf {
  readonly item: string;
  readonly cells: Cells;
  readonly body: string;
  readonly attest: boolean;
}

/** What would become of a row, asked in the pauses of typing. Nothing of it is kept, here or there. */
export function useTrial(typed: TrialOf) {
  const api = useApi();
  const { item, cells, body, attest } = useSettled(typed);
  const isEmpty = Object.keys(cells).length === 0;
  return useQuery({
    queryKey: ["trial", item, body, attest, cells],
    queryFn: () => {
      const query = { item, attest, ...(body === "" ? {} : { body }) };
      return take(api.POST("/api/v1/trials", { params: { query }, body: { cells } }));
    },
    enabled: !isEmpty,
    placeholderData: keepPreviousData,
    gcTime: 0,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
}
