// The reporter's number: shown for a purpose, for a minute, and the look is on record.

import { revealReporter } from "@jingwei/client";
import { onBeforeUnmount, ref, shallowRef, watch } from "vue";

export const REVEAL_PURPOSES = ["contact_reporter", "follow_up", "answer_request", "supervision"] as const;
export type RevealPurpose = (typeof REVEAL_PURPOSES)[number];
const SHOWN_MS = 60_000;

/** Of the matter that is looked at; another matter hides what was shown. */
export function useReporterNumber(incidentId: () => string) {
  const isAsking = ref(false);
  const purpose = ref<RevealPurpose>("contact_reporter");
  const phone = ref("");
  const isBusy = ref(false);
  const error = shallowRef<unknown>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function hide(): void {
    clearTimeout(timer);
    phone.value = "";
    isAsking.value = false;
    error.value = undefined;
  }
  watch(incidentId, hide);
  onBeforeUnmount(hide);

  async function reveal(): Promise<void> {
    if (isBusy.value) return;
    isBusy.value = true;
    error.value = undefined;
    const asked = incidentId();
    try {
      const answer = await revealReporter({ incident_id: asked, purpose: purpose.value });
      if (incidentId() !== asked) return; // somebody else's number by now
      phone.value = answer.phone;
      isAsking.value = false;
      timer = setTimeout(hide, SHOWN_MS);
    } catch (refused) {
      error.value = refused;
    } finally {
      isBusy.value = false;
    }
  }
  return { isAsking, purpose, phone, isBusy, error, hide, reveal };
}
