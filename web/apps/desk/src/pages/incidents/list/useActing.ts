// Doing something to one or many: taken out of the list at once, told row by row, undone where that is possible.

import { actTogether, getIncident, getInbox, listIncidents, Refusal, type Arguments, type Schema } from "@jingwei/client";
import { readAgain, readKey } from "@jingwei/face";
import { useQueryClient } from "@tanstack/vue-query";
import { computed, ref, shallowRef, type Ref } from "vue";
import type { Address } from "./address.js";
import type { Row } from "./columns.js";
import { leavesList, type useList } from "./useList.js";

export type Action = Schema<"TogetherAction">;
export type Given = Omit<Arguments<"actTogether">, "batch_id" | "action" | "rows">;
export type Outcome = Schema<"TogetherRowOut">;

/** What an action is taken back with. */
const BACK: Partial<Record<Action, Action>> = { dispatch: "recall", suspend: "resume", resume: "suspend" };
const UNDOABLE = new Set<Action>(["dispatch", "suspend"]);

export interface Done {
  action: Action;
  given: Given;
  rows: Row[];
  /** Empty until the server has answered. */
  outcomes: Outcome[];
  state: "sending" | "answered" | "unsent";
  error: unknown;
  isUndo: boolean;
}

const SETTLE_MS = 300;

export function useActing(
  address: Readonly<Ref<Address>>,
  list: ReturnType<typeof useList>,
  newId: () => string = () => crypto.randomUUID(),
) {
  const client = useQueryClient();
  const last = shallowRef<Done | null>(null);
  /** What can be taken back, the latest at the end. */
  const undoable = ref<{ action: Action; rows: { id: string; version: number; title: string }[] }[]>([]);
  const running = ref(0);
  let settling: ReturnType<typeof setTimeout> | undefined;

  /** Perform it. The promise tells what became of each; it does not throw. */
  async function act(action: Action, rows: readonly Row[], given: Given = {}, isUndo = false): Promise<Done> {
    const done: Done = { action, given, rows: [...rows], outcomes: [], state: "sending", error: null, isUndo };
    return send(done, newId());
  }

  async function send(done: Done, batchId: string): Promise<Done> {
    const { action, rows, given } = done;
    if (leavesList(address.value, action)) {
      list.leaving.add(rows);
      countDown(address.value.tray, rows.length);
    }
    last.value = done;
    running.value += 1;
    try {
      const answer = await actTogether({
        ...given,
        batch_id: batchId,
        action,
        rows: rows.map((row) => ({ id: row.id, version: row.version })),
      });
      return settle(done, { ...done, outcomes: answer.rows, state: "answered", error: null });
    } catch (error) {
      list.leaving.putBack(rows.map((row) => row.id));
      // A refusal of the whole request changed nothing; silence may have done part of it, and the id makes sending safe.
      const isSilent = !(error instanceof Refusal);
      const unsent = settle(done, { ...done, state: "unsent", error });
      if (isSilent) resend.value = () => send(done, batchId);
      return unsent;
    } finally {
      running.value -= 1;
    }
  }

  const resend = shallowRef<(() => Promise<Done>) | null>(null);

  function settle(before: Done, after: Done): Done {
    resend.value = null;
    const refused = after.outcomes.filter((one) => !one.is_done).map((one) => one.id);
    list.leaving.putBack(refused);
    const done = after.outcomes.filter((one) => one.is_done);
    if (done.length && UNDOABLE.has(after.action) && !after.isUndo) {
      const titles = new Map(after.rows.map((row) => [row.id, row.title]));
      undoable.value.push({
        action: after.action,
        rows: done.map((one) => ({ id: one.id, version: one.version ?? 1, title: titles.get(one.id) ?? "" })),
      });
    }
    if (last.value === before) last.value = after;
    refresh();
    return after;
  }

  /** Twenty in a row are read again once, when the hands rest. */
  function refresh(): void {
    clearTimeout(settling);
    settling = setTimeout(() => void readAgain(client, [listIncidents, getInbox, getIncident]), SETTLE_MS);
  }

  /** The figure beside the tray, before the server says it. */
  function countDown(tray: string | null, by: number): void {
    client.setQueryData<Schema<"InboxOut">>(readKey(getInbox), (inbox) =>
      inbox && {
        buckets: inbox.buckets.map((one) =>
          one.bucket === tray && !one.is_capped ? { ...one, count: Math.max(0, one.count - by) } : one,
        ),
      },
    );
  }

  /** Take the latest back, where an action leads back. Null where there is nothing. */
  async function undo(remark: string): Promise<Done | null> {
    const latest = undoable.value.pop();
    const back = latest && BACK[latest.action];
    if (!latest || !back) return null;
    const rows = latest.rows as unknown as Row[];
    return act(back, rows, { remark }, true);
  }

  /** A step taken in the matter itself: the row goes and the figure falls as if it had been done here. */
  function tookStep(row: Row, action: string): void {
    if (leavesList(address.value, action)) {
      list.leaving.add([row]);
      countDown(address.value.tray, 1);
    }
    if (UNDOABLE.has(action as Action)) {
      undoable.value.push({ action: action as Action, rows: [{ id: row.id, version: row.version + 1, title: row.title }] });
    }
    refresh();
  }

  return {
    act,
    undo,
    tookStep,
    refresh,
    last,
    resend: computed(() => resend.value),
    isRunning: computed(() => running.value > 0),
    canUndo: computed(() => undoable.value.length > 0),
    forget: () => (last.value = null),
  };
}
