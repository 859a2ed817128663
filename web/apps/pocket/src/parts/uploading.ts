// What the queue of files says on a page: its items, a picture's address while it is shown, and honest words.

import { uploads, type UploadItem } from "@jingwei/device";
import { sizeOf } from "@jingwei/domain";
import { usePageText } from "@jingwei/ui";
import { computed, onScopeDispose, ref, watch, type ComputedRef, type Ref } from "vue";
import { text } from "./uploadText.js";

/** Slower than this (15 KB/s), and it takes long: then it is said how long. */
const SLOW_BYTES_PER_S = 15 * 1024;
const SLOW_MS = 8_000;

export interface Uploading {
  items: ComputedRef<readonly UploadItem[]>;
  /** What is shown of an item, as long as the page stands. */
  address: (item: UploadItem) => string | undefined;
  words: (item: UploadItem) => string;
  /** 0 … 100 */
  percent: (item: UploadItem) => number;
}

export function useUploading(bundle: () => string): Uploading {
  const { t } = usePageText(text);
  const items = computed(() => uploads.of(bundle()));
  const now = useSeconds(() => items.value.some((one) => one.again_at !== undefined));
  const address = useAddresses(items);

  function left(item: UploadItem): string {
    const seconds = Math.ceil((item.size_bytes - item.sent_bytes) / item.bytes_per_s!);
    return seconds > 90 ? t("minutes", { n: Math.ceil(seconds / 60) }) : t("seconds", { n: seconds });
  }

  function words(item: UploadItem): string {
    const sizes = { sent: sizeOf(item.sent_bytes), size: sizeOf(item.size_bytes) };
    if (item.again_at !== undefined) {
      const n = Math.ceil((item.again_at - now.value) / 1000);
      return n > 0 ? t("state.again", { n }) : t("state.againSoon");
    }
    if (item.state === "paused") return t("state.paused", sizes);
    if (item.state === "checking" && item.kind !== "photo") return t("state.checkingVoice");
    if (item.state !== "sending") return t(`state.${item.state}`);
    if (!item.bytes_per_s) return t("state.sending", sizes);
    const isSlow = item.bytes_per_s < SLOW_BYTES_PER_S || (item.size_bytes - item.sent_bytes) / item.bytes_per_s > SLOW_MS / 1000;
    return isSlow ? t("state.sendingSlow", { ...sizes, time: left(item) }) : t("state.sendingFast", { ...sizes, speed: sizeOf(item.bytes_per_s) });
  }

  const percent = (item: UploadItem) => (item.size_bytes ? Math.round((100 * item.sent_bytes) / item.size_bytes) : 0);
  return { items, address, words, percent };
}

function useAddresses(items: ComputedRef<readonly UploadItem[]>): (item: UploadItem) => string | undefined {
  const made = new Map<string, { content: Blob; url: string }>();
  const version = ref(0);
  const drop = (id: string) => {
    URL.revokeObjectURL(made.get(id)!.url);
    made.delete(id);
  };
  watch(
    items,
    (all) => {
      for (const [id, { content }] of [...made]) if (!all.some((one) => one.id === id && one.content === content)) drop(id);
      for (const { id, content, kind } of all) {
        if (content && kind !== "file" && !made.has(id)) made.set(id, { content, url: URL.createObjectURL(content) });
      }
      version.value += 1;
    },
    { immediate: true },
  );
  onScopeDispose(() => [...made.keys()].forEach(drop));
  return (item) => (version.value, made.get(item.id)?.url);
}

/** The time, each second while somebody counts. */
function useSeconds(isCounted: () => boolean): Ref<number> {
  const now = ref(Date.now());
  let timer: ReturnType<typeof setInterval> | undefined;
  watch(
    isCounted,
    (counted) => {
      clearInterval(timer);
      now.value = Date.now();
      if (counted) timer = setInterval(() => (now.value = Date.now()), 1_000);
    },
    { immediate: true },
  );
  onScopeDispose(() => clearInterval(timer));
  return now;
}
