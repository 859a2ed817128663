// How many of each layer are in view, asked of every layer that is on.

import { countMapLayer } from "@jingwei/client";
import { useQueries } from "@tanstack/vue-query";
import { computed, type Ref } from "vue";
import type { MapAddress } from "./address.js";
import { writeBox, type Box } from "@jingwei/map";
import { narrowed, type Layer } from "./server.js";

export interface Counted {
  total: number | undefined;
  byKind: ReadonlyMap<string, number>;
  isUnread: boolean;
}

export function useCounts(address: Readonly<Ref<MapAddress>>, layers: Readonly<Ref<readonly Layer[]>>, box: Readonly<Ref<Box | null>>) {
  const asked = computed(() =>
    box.value ? layers.value.map((layer) => ({ layer: layer.key, ...narrowed(address.value, layer), bbox: writeBox(box.value!) })) : [],
  );
  const queries = useQueries({
    queries: computed(() =>
      asked.value.map((given) => ({
        queryKey: [countMapLayer.operationId, given],
        queryFn: ({ signal }: { signal: AbortSignal }) => countMapLayer(given, { signal }),
        staleTime: 15_000,
        retry: false,
      })),
    ),
  });
  return computed<ReadonlyMap<string, Counted>>(() => {
    const found = new Map<string, Counted>();
    asked.value.forEach(({ layer }, at) => {
      const query = queries.value[at];
      const byKind = new Map((query?.data?.by_kind ?? []).map((one) => [one.kind, one.count]));
      found.set(layer, { total: query?.data?.total, byKind, isUnread: Boolean(query?.isError) });
    });
    return found;
  });
}
