import { useInfiniteQuery, type InfiniteData, type UseInfiniteQueryResult } from "@tanstack/react-query";

interface Page<Row> {
  readonly items: readonly Row[];
  readonly next: string | null;
}

export interface Pages<Row> {
  readonly query: UseInfiniteQueryResult<InfiniteData<Page<Row>>>;
  readonly rows: readonly Row[];
  /** For a table: how to show more, where there is more. */
  readonly more: { readonly load: () => void; readonly loading: boolean } | undefined;
  readonly loadAll: () => Promise<readonly Row[]>;
}

/**
 * A list of the API that comes in pages, the next one by the cursor that the one before gave. `refreshEvery` tells after how
 * many milliseconds it is asked for again, by what it holds.
 */
export function usePages<Row>(
  key: readonly unknown[],
  load: (cursor: string | undefined) => Promise<Page<Row>>,
  refreshEvery: (rows: readonly Row[]) => number | false = () => false,
): Pages<Row> {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }: { readonly pageParam: string | undefined }) => load(pageParam),
    initialPageParam: undefined,
    getNextPageParam: (page: Page<Row>) => page.next ?? undefined,
    refetchInterval: ({ state }) => refreshEvery(state.data?.pages.flatMap((page) => page.items) ?? []),
  });
  return {
    query,
    rows: query.data?.pages.flatMap((page) => page.items) ?? [],
    more: query.hasNextPage ? { load: () => void query.fetchNextPage(), loading: query.isFetchingNextPage } : undefined,
    loadAll: async () => {
      const rows: Row[] = [];
      let cursor: string | undefined;
      do {
        const page = await load(cursor);
        rows.push(...page.items);
        cursor = page.next ?? undefined;
      } while (cursor !== undefined);
      return rows;
    },
  };
}
