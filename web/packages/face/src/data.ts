// Reading and writing: TanStack Query, filed under [operationId, arguments], so that anybody can have it read again.
//
//   const row = useRead(getIncident, () => ({ incident_id: props.id }));
//   const close = useWrite(closeIncident, { changes: [getIncident, listIncidents, getInbox] });
//   await close.mutateAsync({ incident_id, remark, version });

import { Refusal, type Operation, type OperationId } from "@jingwei/client";
import {
  QueryClient,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationReturnType,
  type UseQueryReturnType,
} from "@tanstack/vue-query";
import { computed, toValue, type MaybeRefOrGetter } from "vue";

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // A refusal is an answer; only silence is asked again.
      retry: (count, error) => !(error instanceof Refusal && error.status < 500) && count < 2,
    },
    mutations: { retry: false },
  },
});

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- any operation, whatever it takes
type Reading = ((given: any, options?: { signal?: AbortSignal }) => Promise<any>) & { operationId: OperationId };
type Given<O extends Reading> = Parameters<O>[0];
type Answer<O extends Reading> = Awaited<ReturnType<O>>;

export interface ReadOptions {
  enabled?: MaybeRefOrGetter<boolean>;
  staleTime?: number;
  refetchInterval?: number | (() => number);
  /** Show the last answer while other arguments are asked (paging, filters). */
  keepsPrevious?: boolean;
}

/** What an operation answers, read again whenever the arguments change or somebody changed it. */
export function useRead<O extends Reading>(
  operation: O,
  given?: MaybeRefOrGetter<Given<O>>,
  options: ReadOptions = {},
): UseQueryReturnType<Answer<O>, Error> {
  const { enabled = true, keepsPrevious = false, ...rest } = options;
  const key = computed(() => readKey(operation, toValue(given)));
  return useQuery<Answer<O>, Error>({
    queryKey: key,
    queryFn: ({ signal }) => operation(toValue(given), { signal }),
    enabled: computed(() => toValue(enabled)),
    ...(keepsPrevious ? { placeholderData: (before: Answer<O> | undefined) => before } : {}),
    ...rest,
  } as Parameters<typeof useQuery<Answer<O>, Error>>[0]);
}

/** Where an answer is filed. */
export function readKey<O extends Reading>(operation: O, given?: Given<O>): readonly unknown[] {
  return given === undefined ? [operation.operationId] : [operation.operationId, given];
}

/** Have everything read again that these operations answered. */
export function readAgain(client: QueryClient, operations: readonly { operationId: OperationId }[]): Promise<void[]> {
  return Promise.all(operations.map((one) => client.invalidateQueries({ queryKey: [one.operationId] })));
}

export interface WriteOptions<O extends Reading> {
  /** Operations whose answers are stale afterwards. */
  changes?: readonly { operationId: OperationId }[];
  onSuccess?: (answer: Answer<O>, given: Given<O>) => void;
}

/** Perform an operation; errors stay in `error` for a RefusalNote. */
export function useWrite<O extends Reading>(
  operation: O,
  options: WriteOptions<O> = {},
): UseMutationReturnType<Answer<O>, Error, Given<O>, unknown> {
  const client = useQueryClient();
  return useMutation<Answer<O>, Error, Given<O>>({
    mutationKey: [operation.operationId],
    mutationFn: (given) => operation(given),
    onSuccess: async (answer, given) => {
      options.onSuccess?.(answer, given);
      await readAgain(client, options.changes ?? []);
    },
  }) as UseMutationReturnType<Answer<O>, Error, Given<O>, unknown>;
}

export type { Operation };
