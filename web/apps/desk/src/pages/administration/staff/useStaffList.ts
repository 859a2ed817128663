import { listRoles, listStaff, type Arguments, type Schema } from "@jingwei/client";
import { useRead, useUrlState } from "@jingwei/face";
import { computed } from "vue";

/** How people use their accounts, as the address writes it: "idle-30", "active-7", "earlier-30", "never". */
export const USES = ["active-30", "idle-30", "idle-90", "idle-180", "never"] as const;

export function givenByUse(use: string): Arguments<"listStaff"> {
  const [kind, days] = use.split("-");
  if (kind === "never") return { has_signed_in: false };
  if (!days) return {};
  if (kind === "active") return { active_days: Number(days) };
  if (kind === "earlier") return { idle_days: Number(days), has_signed_in: true };
  return { idle_days: Number(days) };
}

/** The staff list as the address says. */
export function useStaffList() {
  const url = useUrlState({ words: "", area: "", role: "", unit: "", state: "", use: "", counted: "" });
  const given = computed(() => {
    const { words, area, role, unit, state, use, counted } = url.state.value;
    return {
      ...(words ? { words } : {}),
      ...(area ? { area_code: area } : {}),
      ...(role ? { role: role as Schema<"Role"> } : {}),
      ...(unit ? { unit_id: unit } : {}),
      ...(state ? { state: state as Schema<"AccountState"> } : {}),
      ...givenByUse(use),
      ...(counted ? { is_counted: true } : {}),
    } satisfies Arguments<"listStaff">;
  });
  const page = useRead(listStaff, () => ({ ...given.value, ...(url.cursor.value ? { cursor: url.cursor.value } : {}) }), { keepsPrevious: true });
  const rows = computed(() => page.data.value?.rows ?? []);
  const known = useRead(listRoles);
  const roles = computed(() => (known.data.value ?? []).map((one) => one.role));
  return { url, given, page, rows, roles };
}
