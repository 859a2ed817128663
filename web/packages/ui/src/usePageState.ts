// Which of the designed states a page is in; each face draws them in its own way.

import { Refusal } from "@jingwei/client";
import { computed, onBeforeUnmount, onMounted, ref, unref, type ComputedRef, type MaybeRef } from "vue";

/** What useQuery gives, as far as a page's state needs it. */
export interface PageQuery {
  isPending: MaybeRef<boolean>;
  error: MaybeRef<unknown>;
  data: MaybeRef<unknown>;
  refetch?: () => unknown;
}
export type PageStateName = "loading" | "empty" | "offline" | "failed" | "ready";

export function usePageState(query: () => PageQuery | undefined, isEmpty: () => boolean): { state: ComputedRef<PageStateName>; error: ComputedRef<unknown> } {
  const isOnline = ref(navigator.onLine);
  const note = () => (isOnline.value = navigator.onLine);
  onMounted(() => {
    window.addEventListener("online", note);
    window.addEventListener("offline", note);
  });
  onBeforeUnmount(() => {
    window.removeEventListener("online", note);
    window.removeEventListener("offline", note);
  });

  const error = computed(() => unref(query()?.error));
  const state = computed((): PageStateName => {
    const read = query();
    const isUnread = read !== undefined && unref(read.data) === undefined;
    // What was read before stays on the screen while a later reading fails: the top bar tells of the connection.
    if (isUnread && error.value) return isOnline.value || error.value instanceof Refusal ? "failed" : "offline";
    if (unref(read?.isPending)) return isOnline.value ? "loading" : "offline";
    return isEmpty() ? "empty" : "ready";
  });
  return { state, error };
}
