// A short word about what just happened: `toast(t("done"))`. What needs an answer is no toast.

import { readonly, ref } from "vue";

const SHOWN_MS = 5_000;
const words = ref<{ id: number; says: string }[]>([]);
let last = 0;

export const toasts = readonly(words);

export function toast(says: string): void {
  const id = (last += 1);
  words.value = [...words.value.slice(-1), { id, says }];
  setTimeout(() => (words.value = words.value.filter((one) => one.id !== id)), SHOWN_MS);
}
