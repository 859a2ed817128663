// Doing something to a matter: choosing an action, filling its form, sending it, and meeting somebody else's change on
// the way without losing a word. Each face draws it in its own way.

import { getIncident, getInbox, getToday, listIncidents, listLooks, listSeen, Refusal } from "@jingwei/client";
import { useQueryClient } from "@tanstack/vue-query";
import { computed, nextTick, ref, shallowRef, watch, type ComputedRef, type Ref } from "vue";
import { readAgain, readKey } from "../data.js";
import { useDraft } from "../live/useDraft.js";
import {
  emptyForm, inOrder, isOneClick, missingIn, nextOf, VERBS, type ActionName, type Filled, type Incident, type Offer,
} from "./actions.js";

export interface Conflict {
  /** The version the form was filled on. */
  seen: number;
  /** What somebody else did since, as steps of the course. */
  steps: Incident["steps"];
}

export interface Doing {
  offers: ComputedRef<Offer[]>;
  next: ComputedRef<Offer | undefined>;
  chosen: ComputedRef<Offer | undefined>;
  form: Ref<Filled>;
  isRestored: Ref<boolean>;
  missing: ComputedRef<string[]>;
  /** The chosen action is not offered any more: what was typed is still shown, but cannot be sent as this. */
  isGone: ComputedRef<boolean>;
  isBusy: Ref<boolean>;
  error: Ref<unknown>;
  conflict: Ref<Conflict | undefined>;
  done: Ref<Offer | undefined>;
  start: (action: ActionName) => void;
  cancel: () => void;
  submit: () => Promise<boolean>;
  /** Take what was typed over into a note, which can always be left. */
  turnIntoNote: () => void;
}

export function useDoing(
  incident: ComputedRef<Incident | undefined>,
  told: { changed: (action: ActionName) => void },
): Doing {
  const client = useQueryClient();
  const action = ref<ActionName | "">("");
  const isBusy = ref(false);
  const error = shallowRef<unknown>();
  const conflict = shallowRef<Conflict>();
  const done = shallowRef<Offer>();
  /** The version the person was looking at when they began: what came since must be shown, not overwritten. */
  const seen = ref(0);

  const offers = computed(() => inOrder(incident.value?.actions ?? []));
  const next = computed(() => nextOf(offers.value));
  const kept = shallowRef<Offer>();
  const offered = computed(() => offers.value.find((one) => one.action === action.value));
  const chosen = computed(() => offered.value ?? (action.value ? kept.value : undefined));
  const isGone = computed(() => chosen.value !== undefined && offered.value === undefined);
  const draft = useDraft<Filled>(
    () => (incident.value && action.value ? `matter.${incident.value.id}.${action.value}` : ""),
    emptyForm,
  );
  const missing = computed(() =>
    chosen.value && incident.value ? missingIn(chosen.value, draft.value.value, incident.value) : [],
  );

  function reset(): void {
    action.value = "";
    error.value = undefined;
    conflict.value = undefined;
  }

  watch(() => incident.value?.id, () => {
    reset();
    done.value = undefined;
  });
  // Somebody else moved it on while a form was open: the words stay, the reader is told.
  watch(() => incident.value?.version, () => {
    const now = incident.value;
    if (!now || !action.value || isBusy.value || seen.value === 0 || now.version <= seen.value) return;
    conflict.value = { seen: seen.value, steps: now.steps.filter((one) => one.version > seen.value) };
  });

  function start(wanted: ActionName): void {
    const offer = offers.value.find((one) => one.action === wanted);
    if (!offer || !incident.value || isBusy.value) return;
    reset();
    done.value = undefined;
    seen.value = incident.value.version;
    kept.value = offer;
    action.value = wanted;
    if (isOneClick(offer)) void submit();
  }

  async function submit(): Promise<boolean> {
    const now = incident.value;
    const offer = chosen.value;
    if (!now || !offer || isGone.value || isBusy.value || missing.value.length > 0) return false;
    isBusy.value = true;
    error.value = undefined;
    try {
      // After a conflict was shown, sending again means: on the version as it stands now.
      const answer = await VERBS[offer.action]?.send(now, draft.value.value, conflict.value ? now.version : seen.value);
      draft.clear();
      reset();
      done.value = offer;
      if (isIncident(answer)) client.setQueryData(readKey(getIncident, { incident_id: now.id }), answer);
      const stale = [listIncidents, getInbox, getToday, listSeen, listLooks];
      void readAgain(client, [...(isIncident(answer) ? [] : [getIncident]), ...stale]);
      told.changed(offer.action);
      return true;
    } catch (refused) {
      await meet(refused, now);
      return false;
    } finally {
      isBusy.value = false;
    }
  }

  function turnIntoNote(): void {
    const words = draft.value.value.remark;
    start("note");
    // The note has a draft of its own, which is there after the next tick.
    void nextTick(() => {
      if (action.value === "note" && !draft.value.value.remark) draft.value.value.remark = words;
    });
  }

  async function meet(refused: unknown, before: Incident): Promise<void> {
    error.value = refused;
    if (!(refused instanceof Refusal) || refused.status !== 409) return;
    await client.invalidateQueries({ queryKey: readKey(getIncident, { incident_id: before.id }) });
    const now = client.getQueryData<Incident>(readKey(getIncident, { incident_id: before.id }));
    if (now && now.version > seen.value) {
      conflict.value = { seen: seen.value, steps: now.steps.filter((one) => one.version > seen.value) };
    }
  }

  return {
    offers, next, chosen, form: draft.value, isRestored: draft.isRestored, missing, isGone, isBusy, error, conflict, done,
    start, cancel: reset, submit, turnIntoNote,
  };
}

function isIncident(answer: unknown): answer is Incident {
  return typeof answer === "object" && answer !== null && "receipt_no" in answer && "steps" in answer;
}
