// Where the phone is, for noting something on the spot: without a good position it is noted for one's own grid.

import { isPosition, locate, type Position } from "@jingwei/device";
import { computed, ref, shallowRef } from "vue";

export type Where = "locating" | "here" | "coarse" | "none";

export function useHere() {
  const position = shallowRef<Position>();
  const where = ref<Where>("locating");
  /** As the server takes it; nothing where there is none. */
  const given = computed(() => {
    const place = position.value;
    return place ? { position: { lon: place.lon, lat: place.lat, datum: place.datum, accuracy_m: place.accuracy_m } } : {};
  });

  async function here(): Promise<void> {
    where.value = "locating";
    const found = await locate();
    position.value = isPosition(found) ? found : undefined;
    where.value = isPosition(found) ? "here" : found.problem === "coarse" ? "coarse" : "none";
  }
  return { where, here, given };
}
