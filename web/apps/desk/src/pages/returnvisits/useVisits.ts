// The list of return visits, narrowed as the address says.

import { listVisits } from "@jingwei/client";
import { useRead, useSession, useUrlState } from "@jingwei/face";
import { computed } from "vue";
import { STATES } from "./words.js";

type Asked = NonNullable<Parameters<typeof listVisits>[0]>;
type State = (typeof STATES)[number];

export function useVisits() {
  const session = useSession();
  const url = useUrlState({ state: "", is_mine: "", is_late: "", is_solved: "", is_satisfied: "", area_code: "", handler_unit_id: "", from_on: "", until_on: "", incident_id: "" });
  /** What one has to do comes first; everything is one tap away. */
  const state = computed<State | "all">({
    get: () => STATES.find((one) => one === url.state.value.state) ?? (url.state.value.state === "all" || url.state.value.is_solved || url.state.value.is_satisfied || url.state.value.incident_id ? "all" : "waiting"),
    set: (one) => url.set({ state: one === "waiting" ? "" : one }),
  });
  const asked = computed(() => {
    const { state: _, ...rest } = url.state.value;
    const narrowed = Object.fromEntries(Object.entries(rest).filter(([, value]) => value));
    return { ...narrowed, ...(state.value === "all" ? {} : { state: state.value }) };
  });
  const page = useRead(listVisits, () => ({ ...(asked.value as unknown as Asked), ...(url.cursor.value ? { cursor: url.cursor.value } : {}) }), { keepsPrevious: true });
  const mayCall = computed(() => session.may("make_visits"));
  return { url, state, asked, page, mayCall };
}
