// What was typed into a form and not sent, kept by the drafts store until it is sent or thrown away.

import { drafts } from "@jingwei/domain";
import { onScopeDispose, ref, toValue, watch, type MaybeRefOrGetter, type Ref } from "vue";

export interface Draft<T extends object> {
  value: Ref<T>;
  /** Whether something typed earlier came back. */
  isRestored: Ref<boolean>;
  clear: () => void;
}

/** A form that survives an expired session, a reload and a closed tab. `key` names the matter and the action. */
export function useDraft<T extends object>(key: MaybeRefOrGetter<string>, empty: () => T): Draft<T> {
  const value = ref(empty()) as Ref<T>;
  const isRestored = ref(false);

  function read(): void {
    const name = toValue(key);
    const found = name ? drafts.read(name) : undefined;
    isRestored.value = found !== undefined;
    value.value = { ...empty(), ...(found as Partial<T> | undefined) };
  }

  function write(): void {
    const name = toValue(key);
    if (!name) return;
    if (JSON.stringify(value.value) === JSON.stringify(empty())) drafts.drop(name);
    else drafts.write(name, value.value);
  }

  function clear(): void {
    const name = toValue(key);
    if (name) drafts.drop(name);
    isRestored.value = false;
    value.value = empty();
  }

  watch(() => toValue(key), read, { immediate: true });
  onScopeDispose(watch(value, write, { deep: true, flush: "sync" }));
  return { value, isRestored, clear };
}
