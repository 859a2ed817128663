// Noting one thing: an item, where the phone is, and photos that may still be on their way.

import { getOwnWorkLog, listWorkLog, recordWork } from "@jingwei/client";
import { uploads } from "@jingwei/device";
import { useRead, useWrite } from "@jingwei/face";
import { computed, ref, shallowRef } from "vue";
import { useHere } from "@/parts/here.js";
import { settledFiles } from "@/parts/settled.js";

export interface Item {
  code: string;
  name: string;
}

export function useRecord() {
  const own = useRead(getOwnWorkLog);
  const usual = computed<Item[]>(() => (own.data.value?.usual ?? []).map((one) => ({ code: one.item_code, name: one.item_name })));
  const item = shallowRef<Item>();
  const words = ref("");
  const { where, here, given } = useHere();
  const id = ref(crypto.randomUUID() as string);
  const bundle = computed(() => `log:${id.value}`);
  const isWaiting = ref(false);
  const isStuck = ref(false);
  const recording = useWrite(recordWork, { changes: [getOwnWorkLog, listWorkLog] });

  /** The entry's id, or undefined where something is in the way; sent twice it is one entry. */
  async function save(): Promise<string | undefined> {
    if (!item.value || isWaiting.value || recording.isPending.value) return undefined;
    isWaiting.value = true;
    isStuck.value = false;
    try {
      const file_ids = await settledFiles(bundle.value);
      isStuck.value = !file_ids;
      if (!file_ids) return undefined;
      const made = await recording.mutateAsync({
        id: id.value,
        item_code: item.value.code,
        words: words.value.trim(),
        file_ids,
        ...given.value,
      });
      await uploads.forget(bundle.value);
      item.value = undefined;
      words.value = "";
      id.value = crypto.randomUUID();
      return made.id;
    } catch {
      return undefined; // said by the note
    } finally {
      isWaiting.value = false;
    }
  }
  return { own, usual, item, words, where, here, bundle, isWaiting, isStuck, recording, save };
}
