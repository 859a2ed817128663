// How long something has been under way: what is slow is said in words, never by a spinner alone.

import { onScopeDispose, readonly, ref, watch, type Ref } from "vue";

/** True once `isBusy` has lasted; false as soon as it ends. */
export function useSlow(isBusy: () => boolean, afterMs = 4_000): Readonly<Ref<boolean>> {
  const isSlow = ref(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  watch(
    isBusy,
    (busy) => {
      clearTimeout(timer);
      isSlow.value = false;
      if (busy) timer = setTimeout(() => (isSlow.value = true), afterMs);
    },
    { immediate: true },
  );
  onScopeDispose(() => clearTimeout(timer));
  return readonly(isSlow);
}
