// The part of the city that the present post looks after.

import { computed } from "vue";
import { useSession } from "./session.js";

export function useOwnArea() {
  const session = useSession();
  const code = computed(() => session.me?.scope || session.me?.post?.area_code || "");
  const name = computed(() => session.me?.area_path.split(" ").at(-1) || code.value);
  return { code, name };
}
