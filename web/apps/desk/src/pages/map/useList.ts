// The list that mirrors the map: the same layer, the same filters, the same place.

import { listMapFeatures, listNearestFeatures } from "@jingwei/client";
import { useInfiniteQuery } from "@tanstack/vue-query";
import { useRead } from "@jingwei/face";
import type { Box } from "@jingwei/map";
import { computed, type Ref } from "vue";
import type { Camera, MapAddress } from "./address.js";
import { listed, middleOf, narrowed, whereOf, type Layer, type Row } from "./server.js";

const PAGE = 50;
export const NEAREST = 20;

export interface Listing {
  address: Readonly<Ref<MapAddress>>;
  layer: Readonly<Ref<Layer | undefined>>;
  box: Readonly<Ref<Box | null>>;
  camera: Readonly<Ref<Camera | null>>;
  isAsked: () => boolean;
}

export function useList({ address, layer, box, camera, isAsked }: Listing) {
  const where = computed(() => whereOf(address.value));
  const given = computed(() => (layer.value ? listed(address.value, layer.value, box.value) : undefined));
  const pages = useInfiniteQuery({
    queryKey: computed(() => [listMapFeatures.operationId, given.value, "pages"]),
    queryFn: ({ pageParam, signal }) => listMapFeatures({ ...given.value!, limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
    staleTime: 15_000,
    placeholderData: (before) => before,
    enabled: computed(() => isAsked() && given.value !== undefined && where.value !== "near" && (where.value !== "view" || box.value !== null)),
  });
  const near = useRead(
    listNearestFeatures,
    () => ({ layer: layer.value?.key ?? "", ...middleOf(camera.value ?? { lon: 0, lat: 0, zoom: 0 }), limit: NEAREST, ...(layer.value ? { f: narrowed(address.value, layer.value).f ?? [] } : {}) }),
    { enabled: () => isAsked() && layer.value?.geometry === "point" && camera.value !== null && where.value === "near", keepsPrevious: true },
  );
  const first = computed(() => pages.data.value?.pages[0]);
  return {
    where,
    rows: computed<readonly Row[]>(() => (where.value === "near" ? (near.data.value?.rows ?? []) : (pages.data.value?.pages.flatMap((page) => page.rows) ?? []))),
    total: computed(() => first.value?.total ?? 0),
    isCapped: computed(() => first.value?.is_capped ?? false),
    hasMore: computed(() => where.value !== "near" && pages.hasNextPage.value),
    isReadingMore: pages.isFetchingNextPage,
    more: () => pages.fetchNextPage(),
    query: computed(() => {
      const { isPending, error, data, refetch } = where.value === "near" ? near : pages;
      return { isPending: isPending.value, error: error.value, data: data.value as unknown, refetch };
    }),
  };
}
