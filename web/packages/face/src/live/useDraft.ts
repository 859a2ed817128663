// What was typed and not sent, kept in this browser for its person: through an ended session, a reload, another window.
//
//   const { value, isRestored, clear } = useDraft(() => `close:${props.id}`, () => ({ remark: "" }));

import { drafts } from "@jingwei/domain";
import { onScopeDispose, ref, toValue, watch, type MaybeRefOrGetter, type Ref } from "vue";
import { useSession } from "../session.js";

export interface Draft<T extends object> {
  value: Ref<T>;
  /** Whether something typed earlier came back. */
  isRestored: Ref<boolean>;
  /** Off where the browser cannot keep it: leaving the page is then asked about. */
  isKept: Ref<boolean>;
  /** After it was sent, or thrown away. */
  clear: () => void;
}

const unkept = new Set<object>();
const ask = (event: BeforeUnloadEvent) => event.preventDefault();

/** The question before leaving stands only while something would really be lost. */
function guard(draft: object, isLost: boolean): void {
  const were = unkept.size;
  if (isLost) unkept.add(draft);
  else unkept.delete(draft);
  if (were === 0 && unkept.size > 0) window.addEventListener("beforeunload", ask);
  if (were > 0 && unkept.size === 0) window.removeEventListener("beforeunload", ask);
}

/**
 * A form that outlives its page. `key` names the matter and the action; an empty key keeps nothing.
 * `hours`: where others' personal data is typed, so that it does not lie about for the usual week.
 */
export function useDraft<T extends object>(
  key: MaybeRefOrGetter<string>,
  empty: () => T,
  { hours }: { hours?: number } = {},
): Draft<T> {
  const session = useSession();
  const value = ref(empty()) as Ref<T>;
  const isRestored = ref(false);
  const isKept = ref(true);
  const me = {};
  let place = "";
  let last = "";
  let stopHearing = () => {};

  function show(found: unknown): void {
    const isThere = typeof found === "object" && found !== null;
    value.value = isThere ? { ...empty(), ...(found as Partial<T>) } : empty();
    isRestored.value = isThere;
    last = JSON.stringify(value.value);
  }

  function open(): void {
    stopHearing();
    guard(me, false);
    isKept.value = true;
    place = toValue(key);
    show(place ? drafts.read(place) : undefined);
    // Whoever types here is not interrupted by another window of their own.
    stopHearing = place ? drafts.onChange(place, (found) => document.hasFocus() || show(found)) : () => {};
  }

  function keep(): void {
    const typed = JSON.stringify(value.value);
    if (typed === last) return;
    last = typed;
    const isEmpty = typed === JSON.stringify(empty());
    if (isEmpty && place) drafts.drop(place);
    isKept.value = isEmpty || !place || drafts.write(place, JSON.parse(typed), hours);
    guard(me, !isKept.value);
  }

  function clear(): void {
    if (place) drafts.drop(place);
    guard(me, false);
    isKept.value = true;
    show(undefined);
  }

  // A different person at the same page gets their own, never what the first one typed.
  watch([() => toValue(key), () => session.me?.person_id], open, { immediate: true, flush: "sync" });
  watch(value, keep, { deep: true, flush: "sync" });
  onScopeDispose(() => {
    stopHearing();
    guard(me, false);
  });
  return { value, isRestored, isKept, clear };
}
