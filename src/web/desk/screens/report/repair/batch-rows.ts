import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { take, type BatchColumn, type BatchRow, type BatchRows } from "../../../../../client/index.ts";
import { useApi } from "../../../api.ts";

const PAGE = 1000;
/** Rows that are worked on at a time; more are loaded once these are dealt with. */
const MOST = 20_000;

/** Rejected rows with their columns, the wrong ones first, and what is said about them. */
export interface RowTable {
  readonly columns: readonly GridColumn[];
  readonly rows: readonly BatchRow[];
  readonly causes: ReadonlyMap<number, BatchRows["causes"][number]>;
}

export interface GridColumn extends BatchColumn {
  /** Its place among a row's cells. */
  readonly place: number;
  /** Some row has an error in it. */
  readonly bad: boolean;
}

/** All rejected rows of a batch, page after page, since suggestions are counted and accepted over all of them. */
export function useBatchRows(batchId: string, open: boolean) {
  const api = useApi();
  const query = useInfiniteQuery({
    queryKey: ["batches", batchId, "rows", open],
    queryFn: ({ pageParam }: { readonly pageParam: string | undefined }) => {
      const cursor = pageParam === undefined ? {} : { cursor: pageParam };
      const params = { path: { batchId }, query: { open, limit: PAGE, ...cursor } };
      return take(api.GET("/api/v1/batches/{batchId}/rows", { params }));
    },
    initialPageParam: undefined,
    getNextPageParam: (page: BatchRows) => page.next ?? undefined,
    // Each look reads the raw file and stands on the audit trail: only after a change is it asked for again.
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    select: ({ pages }) => tableOf(pages),
  });
  const loaded = query.data?.rows.length ?? 0;
  const { hasNextPage, isFetching, isError, fetchNextPage } = query;
  const goOn = hasNextPage && !isFetching && !isError && loaded < MOST;
  useEffect(() => {
    if (goOn) void fetchNextPage();
  }, [goOn, fetchNextPage]);
  return { query, isCut: hasNextPage && loaded >= MOST, isLoading: hasNextPage && loaded < MOST };
}

function tableOf(pages: readonly BatchRows[]): RowTable {
  const causes = new Map(pages[0]?.causes.map((cause) => [cause.cause, cause]));
  const rows = pages.flatMap((page) => page.items);
  const bad = new Set<number>();
  for (const { findings } of rows)
    for (const { cause, column } of findings)
      if (column !== null && causes.get(cause)?.severity === "error") bad.add(column);
  const columns = (pages.find((page) => page.columns.length > 0)?.columns ?? []).map((column, place): GridColumn => ({
    ...column,
    place,
    bad: bad.has(column.column),
  }));
  return { columns: columns.toSorted((a, b) => Number(b.bad) - Number(a.bad)), rows, causes };
}
