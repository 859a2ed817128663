// What the words point to: danger, which belongs to 110, 119 or 120, and the items that may be meant.

import { previewOwnReport, type Schema } from "@jingwei/client";
import { shallowRef, watch, type ShallowRef } from "vue";

export type Hints = Schema<"EverybodysHintsOut">;

const LISTEN_AFTER_MS = 500;
const LEAST_LETTERS = 2;
const NONE: Hints = { services: [], signs: [], items: [] };

/** Asked once the typing rests. Silence is no hint: nothing waits for it, and nothing is kept of what was asked. */
export function useHints(words: () => string): ShallowRef<Hints> {
  const hints = shallowRef(NONE);
  watch(
    () => words().trim().slice(0, 2000),
    (text, _before, onCleanup) => {
      if (text.length < LEAST_LETTERS) {
        hints.value = NONE;
        return;
      }
      const stop = new AbortController();
      const timer = setTimeout(() => {
        previewOwnReport({ words: text }, { signal: stop.signal }).then(
          (answer) => (hints.value = answer),
          () => undefined,
        );
      }, LISTEN_AFTER_MS);
      onCleanup(() => {
        clearTimeout(timer);
        stop.abort();
      });
    },
    { immediate: true },
  );
  return hints;
}
