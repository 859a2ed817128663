// Notes as a list: narrowed to what stands in the address, as the map and the export are.

import { listConcerns, listConcernTopics } from "@jingwei/client";
import { askedOf, useRead, useUrlState } from "@jingwei/face";
import { computed } from "vue";

const HOUR = 3_600_000;

export const OCCASIONS = ["patrol", "visit", "group", "work", "counter"] as const;
export const STAGES = ["heard", "often", "taken_up"] as const;

export function useTopics() {
  const query = useRead(listConcernTopics, undefined, { staleTime: HOUR });
  return { query, rows: computed(() => query.data.value?.topics ?? []) };
}

export function useConcerns() {
  const url = useUrlState({ words: "", area_code: "", topic: "", occasion: "", stage: "", since: "", until: "", is_mine: "", shape: "" });
  const asked = computed(() => askedOf(url.state.value, ["topic", "occasion", "stage"]));
  const page = useRead(
    listConcerns,
    () => ({ ...(asked.value as Parameters<typeof listConcerns>[0]), ...(url.cursor.value ? { cursor: url.cursor.value } : {}) }),
    { keepsPrevious: true },
  );
  return { url, asked, page };
}
