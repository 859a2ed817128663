import { onScopeDispose, toValue, watch, type MaybeRefOrGetter } from "vue";

const EVERY_MS = 2000;

/** Read again every two seconds while something is on its way, and only while somebody looks. */
export function useWatching(isOnTheWay: MaybeRefOrGetter<boolean>, read: () => unknown): void {
  let timer: ReturnType<typeof setInterval> | undefined;
  const rest = () => {
    clearInterval(timer);
    timer = undefined;
  };
  watch(
    () => toValue(isOnTheWay),
    (isBusy) => {
      rest();
      if (isBusy) timer = setInterval(() => document.visibilityState === "visible" && read(), EVERY_MS);
    },
    { immediate: true },
  );
  onScopeDispose(rest);
}
