import { listRoles, listStaff, type Arguments, type Schema } from "@jingwei/client";
import { computed } from "vue";
import { useRead } from "@/shell/data.js";
import { useUrlState } from "@/shell/urlState.js";

export const IDLE_DAYS = [30, 90, 180] as const;

/** The staff list as the address says. */
export function useStaffList() {
  const url = useUrlState({ words: "", area: "", role: "", unit: "", state: "", idle: "" });
  const given = computed(() => {
    const { words, area, role, unit, state, idle } = url.state.value;
    return {
      ...(words ? { words } : {}),
      ...(area ? { area_code: area } : {}),
      ...(role ? { role: role as Schema<"Role"> } : {}),
      ...(unit ? { unit_id: unit } : {}),
      ...(state ? { state: state as Schema<"AccountState"> } : {}),
      ...(idle ? { idle_days: Number(idle) } : {}),
    } satisfies Arguments<"listStaff">;
  });
  const page = useRead(listStaff, () => ({ ...given.value, ...(url.cursor.value ? { cursor: url.cursor.value } : {}) }), { keepsPrevious: true });
  const rows = computed(() => page.data.value?.rows ?? []);
  const known = useRead(listRoles);
  const roles = computed(() => (known.data.value ?? []).map((one) => one.role));
  return { url, given, page, rows, roles };
}
