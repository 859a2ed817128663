// Promises to call back: one view at a time, in the address; more pages are appended.

import {
  delayCallBack,
  getSeat,
  listCallBacks,
  noteCallBackAttempt,
  releaseCallBack,
  revealCallBackNumber,
  takeCallBack,
  type Schema,
} from "@jingwei/client";
import { useMore, useWrite } from "@jingwei/face";
import { computed, reactive } from "vue";
import { useRoute, useRouter } from "vue-router";

export type CallBack = Schema<"CallBackOut">;
export type View = Schema<"CallBackView">;
export type Reached = Schema<"Reached">;
export const VIEWS: readonly View[] = ["open", "mine", "overdue", "done"];
export const REACHED: readonly Reached[] = ["spoken", "no_answer", "wrong_number", "refused", "not_needed"];

export function useCallBacks() {
  const route = useRoute();
  const router = useRouter();
  const view = computed<View>({
    get: () => VIEWS.find((one) => one === route.query["view"]) ?? "open",
    set: (one) => void router.replace({ query: one === "open" ? {} : { view: one } }),
  });
  const list = useMore(listCallBacks, () => ({ view: view.value }), { refetchInterval: 30_000 });

  const changes = [listCallBacks, getSeat] as const;
  const take = useWrite(takeCallBack, { changes });
  const release = useWrite(releaseCallBack, { changes });
  const delay = useWrite(delayCallBack, { changes });
  const note = useWrite(noteCallBackAttempt, { changes });
  /** Numbers shown on this page, by promise; forgotten with the page. */
  const numbers = reactive<Record<string, string>>({});
  const reveal = useWrite(revealCallBackNumber, {
    onSuccess: (answer, given) => {
      numbers[given.call_back_id] = answer.phone;
    },
  });
  const error = computed(
    () => take.error.value ?? release.error.value ?? delay.error.value ?? reveal.error.value ?? null,
  );
  return { view, ...list, take, release, delay, note, reveal, numbers, error };
}
