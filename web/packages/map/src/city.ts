// Where a map stands when the reader's own area has no outline: over the city, as the base map knows it.

import { ref, shallowRef, watch, type Ref } from "vue";
import type { GeoBox } from "./box.js";

/** Where nothing at all is known of the city. */
export const COUNTRY = { lon: 104.5, lat: 36, zoom: 4 };

/** Asked once, when it turns out that there is no outline to begin with; `isKnown` also where the answer is that there is none. */
export function useCityBox(isLost: () => boolean): { box: Readonly<Ref<GeoBox | null>>; isKnown: Readonly<Ref<boolean>> } {
  const box = shallowRef<GeoBox | null>(null);
  const isKnown = ref(false);
  watch(
    isLost,
    async (lost) => {
      if (!lost || isKnown.value) return;
      const { baseFacts } = await import("./base/facts.js");
      const [west, south, east, north] = (await baseFacts())?.bounds ?? [];
      if (west !== undefined && south !== undefined && east !== undefined && north !== undefined) box.value = [west, south, east, north];
      isKnown.value = true;
    },
    { immediate: true },
  );
  return { box, isKnown };
}
