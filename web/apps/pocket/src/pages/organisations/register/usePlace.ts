// Where something new is: a registered house, or an address at the phone's own position, else in one's own area.

import { findDwellings, getHouse } from "@jingwei/client";
import { isPlaceGiven, noPlace, placeSent } from "@jingwei/domain";
import { useOwnArea, useRead } from "@jingwei/face";
import { computed, onBeforeUnmount, reactive, ref, watch } from "vue";
import { useHere } from "@/parts/here.js";

const REST_MS = 300;
const LONGEST = 60;
/** Digits of a community's code: what is noted without a position lies in a community or a grid. */
const COMMUNITY = 12;

export function usePlace(house_id: string) {
  const place = reactive(noPlace(house_id));
  const { where, here, given } = useHere();
  const area = useOwnArea();
  const typed = ref("");
  const words = ref("");
  let timer: ReturnType<typeof setTimeout> | undefined;
  watch(typed, (now) => {
    clearTimeout(timer);
    timer = setTimeout(() => (words.value = now.trim().slice(0, LONGEST)), REST_MS);
  });
  onBeforeUnmount(() => clearTimeout(timer));
  const found = useRead(findDwellings, () => ({ words: words.value }), { enabled: () => words.value.length > 1, keepsPrevious: true });
  const houses = computed(() => (words.value.length > 1 ? (found.data.value?.found ?? []).filter((one) => one.what === "house") : []));
  const read = useRead(getHouse, () => ({ house_id: place.house_id }), { enabled: () => place.house_id !== "" });
  const address = computed(() => (place.house_id ? (read.data.value?.address ?? "") : ""));

  watch([given, area.code], () => {
    place.position = "position" in given.value ? given.value.position : undefined;
    place.area_code = area.code.value.length >= COMMUNITY ? area.code.value : "";
  }, { immediate: true });
  /** An address is written instead of choosing a house: the phone says where it is. */
  function write(isWritten: boolean): void {
    place.isWritten = isWritten;
    if (isWritten && where.value !== "here") void here();
  }
  function choose(house: string): void {
    place.house_id = house;
    typed.value = "";
    words.value = "";
  }
  return { place, typed, words, houses, found, address, where, here, write, choose, isGiven: () => isPlaceGiven(place), sent: () => placeSent(place) };
}
