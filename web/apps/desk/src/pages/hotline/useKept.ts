// What was typed and not submitted stays in this browser tab, whatever happens to the page.
//
// The tab's own storage, not the browser's: names and numbers of callers must not outlive the day at a shared desk.

import { onScopeDispose, ref, watch, type Ref } from "vue";
import { useSession } from "@/shell/session.js";

export function useKept<T extends object>(name: string, empty: () => T) {
  const session = useSession();
  const place = `jw.${name}.${session.me?.person_id ?? ""}`;
  const found = read<T>(place);
  const value = ref({ ...empty(), ...found }) as Ref<T>;
  const isRestored = ref(found !== undefined);

  function write(): void {
    const typed = JSON.stringify(value.value);
    if (typed === JSON.stringify(empty())) sessionStorage.removeItem(place);
    else sessionStorage.setItem(place, typed);
  }

  function clear(): void {
    sessionStorage.removeItem(place);
    isRestored.value = false;
    value.value = empty();
  }

  onScopeDispose(watch(value, write, { deep: true }));
  return { value, isRestored, clear };
}

function read<T>(place: string): Partial<T> | undefined {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(place) ?? "null");
    return typeof found === "object" && found !== null ? (found as Partial<T>) : undefined;
  } catch {
    return undefined;
  }
}
