// Files on their way to the server: one after the other, in the order chosen.

import { uploadFile, type Schema } from "@jingwei/client";
import { computed, nextTick, ref, shallowRef } from "vue";

/** `room`: how many may be added yet. `keep` takes over each stored file. Event handler for an `<input type="file">`. */
export function useUploading(room: () => number, keep: (stored: Schema<"FileOut">, name: string) => void) {
  const waiting = ref(0);
  const error = shallowRef<unknown>();
  const isFull = computed(() => room() - waiting.value <= 0);

  // Masking takes the server some seconds a photo, and nobody has to wait to choose the next one.
  let last: Promise<void> = Promise.resolve();
  function take(event: Event): void {
    const input = event.target as HTMLInputElement;
    const chosen = [...(input.files ?? [])].slice(0, Math.max(0, room() - waiting.value));
    input.value = "";
    error.value = undefined;
    waiting.value += chosen.length;
    for (const file of chosen) last = last.then(() => upload(file));
  }

  async function upload(file: File): Promise<void> {
    try {
      keep(await uploadFile({ file: file as never }), file.name);
      await nextTick(); // until whoever holds the list has taken it over
    } catch (refused) {
      error.value = refused;
    } finally {
      waiting.value -= 1;
    }
  }
  return { waiting, error, isFull, take };
}
