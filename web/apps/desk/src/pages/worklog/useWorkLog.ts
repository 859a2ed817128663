// The work log as a list and as counts: narrowed to what stands in the address.

import { countWorkLog, listWorkLog } from "@jingwei/client";
import { useRead } from "@jingwei/face";
import { computed } from "vue";
import { useRecordList } from "@/parts/records/list.js";

const A_MONTH_DAYS = 30;
const DAY_MS = 86_400_000;
const BEIJING_MS = 8 * 3_600_000;

/** A day as it stands in the calendar of China, so many days ago. */
export function dayOf(now: number, ago = 0): string {
  return new Date(now + BEIJING_MS - ago * DAY_MS).toISOString().slice(0, 10);
}

export function useWorkLog() {
  const { url, asked, page, rows } = useRecordList(
    listWorkLog, { view: "", words: "", area_code: "", item_code: "", from_on: "", until_on: "", is_mine: "", is_grown: "" },
    { leaves: ["view"], enabled: (state) => state.view !== "counts" },
  );
  const isCounting = computed({ get: () => url.state.value.view === "counts", set: (on: boolean) => url.set({ view: on ? "counts" : "" }) });
  const days = computed(() => ({
    from_on: url.state.value.from_on || dayOf(Date.now(), A_MONTH_DAYS - 1),
    until_on: url.state.value.until_on || dayOf(Date.now()),
  }));
  const counts = useRead(countWorkLog, () => ({ ...days.value, ...(url.state.value.area_code ? { area_code: url.state.value.area_code } : {}) }), {
    keepsPrevious: true,
    enabled: isCounting,
  });
  return { url, isCounting, asked, page, rows, days, counts };
}
