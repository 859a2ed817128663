// The list of residents: what its address narrows it to, as the server and an export take it. Numbers never stand there.

import { listResidents } from "@jingwei/client";
import { askedOf, useRead, useUrlState } from "@jingwei/face";
import { computed } from "vue";

export function usePeople() {
  const url = useUrlState({ words: "", area_code: "", living: "", band: "", is_due: "", is_ended: "", house_id: "" });
  const asked = computed(() => askedOf(url.state.value, ["living"]));
  const page = useRead(
    listResidents,
    () => ({ ...(asked.value as Parameters<typeof listResidents>[0]), ...(url.cursor.value ? { cursor: url.cursor.value } : {}) }),
    { keepsPrevious: true },
  );
  const livings = url.several("living");
  const flag = (name: "is_due" | "is_ended") =>
    computed({ get: () => url.state.value[name] === "true", set: (on: boolean) => url.set({ [name]: on ? "true" : "" }) });
  return { url, asked, page, livings, isDue: flag("is_due"), isEnded: flag("is_ended") };
}
