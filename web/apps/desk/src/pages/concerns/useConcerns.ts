// Notes as a list: narrowed to what stands in the address, as the map and the export are.

import { listConcerns, listConcernTopics } from "@jingwei/client";
import { useRead } from "@jingwei/face";
import { computed } from "vue";
import { useRecordList } from "@/parts/records/list.js";

const HOUR = 3_600_000;

export const OCCASIONS = ["patrol", "visit", "group", "work", "counter"] as const;
export const STAGES = ["heard", "often", "taken_up"] as const;

export function useTopics() {
  const query = useRead(listConcernTopics, undefined, { staleTime: HOUR });
  return { query, rows: computed(() => query.data.value?.topics ?? []) };
}

export function useConcerns() {
  return useRecordList(
    listConcerns, { words: "", area_code: "", topic: "", occasion: "", stage: "", since: "", until: "", is_mine: "", shape: "" },
    { several: ["topic", "occasion", "stage"] },
  );
}
