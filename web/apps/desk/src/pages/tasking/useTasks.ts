// The lists of tasks: which side, narrowed to what; all of it stands in the address.

import { listTasks, listTaskShares } from "@jingwei/client";
import { useRead, useSession, useUrlState } from "@jingwei/face";
import { computed } from "vue";

export type Side = "mine" | "given" | "seen";
const SIDES: readonly Side[] = ["mine", "given", "seen"];

export function useTasks() {
  const session = useSession();
  const url = useUrlState({ side: "", words: "", state: "", area_code: "", is_overdue: "", task_id: "" });
  // Who gives but answers nothing (a supervisor sees only) begins where there is something to see.
  const first = computed<Side>(() => (session.may("answer_task") ? "mine" : "seen"));
  const side = computed<Side>({
    get: () => SIDES.find((one) => one === url.state.value.side) ?? first.value,
    set: (chosen) => url.set({ side: chosen, state: "", area_code: "", is_overdue: "" }),
  });
  const states = url.several("state");
  const asked = computed(() => {
    const { words, area_code, is_overdue, task_id } = url.state.value;
    return {
      side: side.value,
      ...(words ? { words } : {}),
      ...(states.value.length ? { state: states.value } : {}),
      ...(area_code ? { area_code } : {}),
      ...(is_overdue ? { is_overdue: "true" } : {}),
      ...(task_id ? { task_id } : {}),
    };
  });
  const cursor = () => (url.cursor.value ? { cursor: url.cursor.value } : {});
  const shares = useRead(listTaskShares, () => ({ ...(asked.value as unknown as Parameters<typeof listTaskShares>[0]), ...cursor() }), {
    keepsPrevious: true,
    enabled: () => side.value !== "given",
  });
  const tasks = useRead(listTasks, () => ({ side: "given" as const, ...(url.state.value.words ? { words: url.state.value.words } : {}), ...cursor() }), {
    keepsPrevious: true,
    enabled: () => side.value === "given",
  });
  return { url, side, states, asked, shares, tasks };
}
