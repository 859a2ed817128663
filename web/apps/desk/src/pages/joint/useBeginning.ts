// What joint work that is begun at the desk has in common: the matter it is about, and where one goes once it is written.

import { getIncident, type Schema } from "@jingwei/client";
import { useRead } from "@jingwei/face";
import { computed, ref, watch, type Ref } from "vue";
import { useRoute, useRouter } from "vue-router";

const TITLE_MOST = 60;
const LEAST_WORDS = 2;

/** A matter's title as the title of what is begun about it. */
export const titleFrom = (matter: Schema<"IncidentOut">) => matter.title.slice(0, TITLE_MOST);

/** Whether something was written in each of the fields. */
export const areSaid = (...fields: string[]) => fields.every((one) => one.trim().length >= LEAST_WORDS);

/** The matter that the address names: what a list was opened for, to begin something about it at once. */
export function useAsked(may: boolean) {
  const route = useRoute();
  const about = computed(() => {
    const given = route.query["incident"];
    return typeof given === "string" && given !== "" ? given : null;
  });
  const isBeginning = ref(about.value !== null && may);
  return { about, isBeginning };
}

/** `fill` is told the matter, to fill what is still empty; `begin` writes, closes the form and goes to what was made. */
export function useBeginning(incidentId: () => string | null, open: Ref<boolean>, opens: string, fill: (matter: Schema<"IncidentOut">) => void) {
  const router = useRouter();
  const read = useRead(getIncident, () => ({ incident_id: incidentId() ?? "" }), { enabled: () => incidentId() !== null });
  watch(read.data, (one) => one && fill(one), { immediate: true });
  const matter = computed(() => (read.data.value ? `${read.data.value.receipt_no} ${read.data.value.title}` : ""));
  async function begin(write: Promise<{ id: string }>): Promise<void> {
    try {
      const made = await write;
      open.value = false;
      void router.push({ name: opens, params: { id: made.id } });
    } catch {
      /* said by the note; what was typed stays */
    }
  }
  return { matter, begin };
}
