// The list of places as the address narrows it, and a trial of what words lead to.

import { findPlaces, listPlaces, type Schema } from "@jingwei/client";
import { askedOf, useRead, useUrlState } from "@jingwei/face";
import { computed } from "vue";

export type Place = Schema<"KeptPlaceOut">;
export type Found = Schema<"FoundPlaceOut">;
export type Kind = Schema<"PlaceKind">;
export const KINDS: readonly Kind[] = [
  "road", "estate", "village", "building", "school", "hospital", "office", "shop", "market", "park", "water", "station", "plant", "sight", "other",
];
/** From here on a program takes the first candidate by itself. */
const SURE_FROM = 0.8;

/** What a trial says of a candidate: a share of a hundred, and whether a person would be asked. */
export function sureness(found: Pick<Found, "sure">): { percent: number; isAsked: boolean } {
  return { percent: Math.round(found.sure * 100), isAsked: found.sure < SURE_FROM };
}

export function usePlaces() {
  const url = useUrlState({ words: "", kind: "", area_code: "", is_retired: "", trial: "" });
  const asked = computed(() => {
    const { trial: _trial, is_retired, ...rest } = url.state.value;
    return { ...askedOf(rest), ...(is_retired === "true" ? { is_retired: true } : {}) };
  });
  const page = useRead(listPlaces, () => ({ ...asked.value, ...(url.cursor.value ? { cursor: url.cursor.value } : {}) }), { keepsPrevious: true });
  const trialWords = computed(() => url.state.value.trial.replace(/\s/g, ""));
  const trial = useRead(findPlaces, () => ({ words: url.state.value.trial.trim().slice(0, 60) }), {
    enabled: () => trialWords.value.length > 1,
    keepsPrevious: true,
    staleTime: 10_000,
  });
  const candidates = computed(() => (trialWords.value.length > 1 ? trial.data.value : undefined));
  return { url, page, candidates };
}
