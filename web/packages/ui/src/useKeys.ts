import { keyRegistry, type KeyBinding } from "@jingwei/domain";
import { onScopeDispose } from "vue";

/** Bind keys while the component is there; `?` lists them. */
export function useKeys(bindings: readonly KeyBinding[]): void {
  onScopeDispose(keyRegistry.register(bindings));
}
