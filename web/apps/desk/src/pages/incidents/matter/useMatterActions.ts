// Doing something to a matter at the desk: what every face does, and a letter for each action.

import { keyRegistry, type KeyBinding, type Words } from "@jingwei/domain";
import { keyOf, useDoing, type ActionName, type Doing, type Incident } from "@jingwei/face";
import { onScopeDispose, watch, type ComputedRef } from "vue";

export type { Conflict, Doing as MatterActions } from "@jingwei/face";

const KEYS: Words = { zh: "这件事", en: "This matter" };

export function useMatterActions(
  incident: ComputedRef<Incident | undefined>,
  told: { changed: (action: ActionName) => void },
): Doing {
  const doing = useDoing(incident, told);
  // Letters of what is offered now; `?` lists them.
  let give: (() => void) | undefined;
  watch(
    doing.offers,
    (now) => {
      give?.();
      const lettered = now.filter((one) => keyOf(one.action, now) !== "");
      const bindings = lettered.map(
        (one): KeyBinding => ({
          key: keyOf(one.action, now),
          does: { zh: one.label, en: one.label_en },
          group: KEYS,
          run: () => doing.start(one.action),
        }),
      );
      give = keyRegistry.register(bindings);
    },
    { immediate: true },
  );
  onScopeDispose(() => give?.());
  return doing;
}
