import { listPosts, listRoles, type Arguments, type Schema } from "@jingwei/client";
import { useRead, useUrlState } from "@jingwei/face";
import { computed } from "vue";

/** The list of posts as the address says. */
export function usePostList() {
  const url = useUrlState({ words: "", area: "", role: "", unit: "", vacant: "" });
  const given = computed(() => {
    const { words, area, role, unit, vacant } = url.state.value;
    return {
      ...(words ? { words } : {}),
      ...(area ? { area_code: area } : {}),
      ...(role ? { role: role as Schema<"Role"> } : {}),
      ...(unit ? { unit_id: unit } : {}),
      ...(vacant ? { is_vacant: vacant === "yes" } : {}),
    } satisfies Arguments<"listPosts">;
  });
  const page = useRead(listPosts, () => ({ ...given.value, ...(url.cursor.value ? { cursor: url.cursor.value } : {}) }), { keepsPrevious: true });
  const rows = computed(() => page.data.value?.rows ?? []);
  const known = useRead(listRoles);
  const roles = computed(() => (known.data.value ?? []).map((one) => one.role));
  return { url, page, rows, roles };
}
