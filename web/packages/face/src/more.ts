// "The first page, and more": a list whose later pages are appended below.
//
//   const { query, rows, hasMore, more, isReadingMore } = useMore(listCalls, () => ({ view: view.value }), { refetchInterval: 15_000 });
//
// All pages that are shown are read again together, so that nothing stands twice or is missed when the list moved on.

import type { CallOptions, OperationId } from "@jingwei/client";
import { keepPreviousData, useInfiniteQuery, type InfiniteData } from "@tanstack/vue-query";
import { computed, toValue, type ComputedRef, type MaybeRefOrGetter } from "vue";

/** One page of a list by keyset. */
interface Page {
  rows: readonly unknown[];
  next_cursor?: string | null;
}
type Listing<G, P> = ((given: G, options?: CallOptions) => Promise<P>) & { operationId: OperationId };
/** What narrows the list; where to go on from is this composable's. */
type Narrowed<G> = Omit<NonNullable<G>, "cursor">;

export interface MoreOptions {
  enabled?: MaybeRefOrGetter<boolean>;
  refetchInterval?: number;
  /** Show what was read while another question is asked (filters). */
  keepsPrevious?: boolean;
}

export interface More<P extends Page> {
  /** For PageState. */
  query: { isPending: ComputedRef<boolean>; error: ComputedRef<Error | null>; data: ComputedRef<P | undefined>; refetch: () => unknown };
  rows: ComputedRef<P["rows"][number][]>;
  /** The first page: what it tells beside its rows. */
  first: ComputedRef<P | undefined>;
  hasMore: ComputedRef<boolean>;
  isReadingMore: ComputedRef<boolean>;
  more: () => Promise<void>;
}

export function useMore<G, P extends Page>(
  operation: Listing<G, P>,
  given: MaybeRefOrGetter<Narrowed<G>> = () => ({}) as Narrowed<G>,
  options: MoreOptions = {},
): More<P> {
  const { enabled = true, refetchInterval, keepsPrevious = false } = options;
  const pages = useInfiniteQuery<P, Error, InfiniteData<P, string | null>, readonly unknown[], string | null>({
    queryKey: computed(() => [operation.operationId, toValue(given), "pages"]),
    queryFn: ({ pageParam, signal }) => operation({ ...toValue(given), ...(pageParam ? { cursor: pageParam } : {}) } as unknown as G, { signal }),
    initialPageParam: null,
    getNextPageParam: (last) => last.next_cursor ?? null,
    enabled: computed(() => toValue(enabled)),
    ...(refetchInterval ? { refetchInterval } : {}),
    ...(keepsPrevious ? { placeholderData: keepPreviousData } : {}),
  });
  const first = computed(() => pages.data.value?.pages[0]);
  return {
    query: {
      isPending: computed(() => pages.isPending.value),
      error: computed(() => pages.error.value),
      data: first,
      refetch: () => pages.refetch(),
    },
    rows: computed(() => (pages.data.value?.pages ?? []).flatMap((page): P["rows"][number][] => [...page.rows])),
    first,
    hasMore: computed(() => pages.hasNextPage.value),
    isReadingMore: computed(() => pages.isFetchingNextPage.value),
    more: async () => void (await pages.fetchNextPage()),
  };
}
