// A tap that can be taken back: it is sent after some seconds, or at once when the page is left.

import { shallowRef } from "vue";

export type Deed = "confirm" | "absent";
export interface Mark {
  deed: Deed;
  ids: readonly string[];
}

export const UNDO_MS = 6_000;

/** `send` is called once for each mark that was not taken back, one after the other. */
export function useLater(send: (mark: Mark) => Promise<void>) {
  const waiting = shallowRef<readonly Mark[]>([]);
  const timers = new Map<Mark, ReturnType<typeof setTimeout>>();
  let last: Promise<void> = Promise.resolve();

  function mark(deed: Deed, ids: readonly string[]): void {
    const one: Mark = { deed, ids };
    waiting.value = [...waiting.value, one];
    timers.set(one, setTimeout(() => void go(one), UNDO_MS));
  }
  function go(one: Mark): Promise<void> {
    clearTimeout(timers.get(one));
    if (!timers.delete(one)) return last;
    last = last
      .catch(() => undefined)
      .then(() => send(one))
      .finally(() => {
        waiting.value = waiting.value.filter((each) => each !== one);
      });
    return last;
  }
  /** The whole tap is taken back, also of a door's other records. Too late once it is being sent. */
  function undo(id: string): void {
    const one = [...timers.keys()].find((each) => each.ids.includes(id));
    if (!one) return;
    clearTimeout(timers.get(one));
    timers.delete(one);
    waiting.value = waiting.value.filter((each) => each !== one);
  }
  function sendAll(): Promise<void> {
    for (const one of [...timers.keys()]) void go(one);
    return last;
  }
  const deedOf = (id: string): Deed | undefined => waiting.value.find((each) => each.ids.includes(id))?.deed;

  return { mark, undo, sendAll, deedOf, waiting };
}
