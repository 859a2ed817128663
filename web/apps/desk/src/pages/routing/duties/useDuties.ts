import { listDutyLists, listUnitKinds, type Schema } from "@jingwei/client";
import { cityDay } from "@jingwei/domain";
import { useRead } from "@jingwei/face";
import { useNow, usePageText } from "@jingwei/ui";
import { computed, ref, type Ref } from "vue";
import { stateOf, type VersionState } from "../parts/versions.js";
import { text } from "./text.js";

export type DutyList = Schema<"DutyListOut">;
export type DutyLine = Schema<"DutyLineOut">;
export const LEVELS = [12, 9, 6, 4] as const;
/** The names of levels by the length of their codes. */
export const LEVEL_KEYS = { 4: "city", 6: "county", 9: "township", 12: "community" } as const;
export const VILLAGE = ["self", "assist", "relieved"] as const;

/** The versions, which of them is looked at (the one chosen, else the one in force), and the words for what lines hold. */
export function useDuties(chosen: Ref<string> = ref("")) {
  const { t, locale, say } = usePageText(text);
  const now = useNow();
  const query = useRead(listDutyLists);
  const lists = computed(() => (query.data.value ?? []).map((one) => ({ ...one, state: stateOf(one, cityDay(now.value)) })));
  const list = computed(
    () =>
      lists.value.find((one) => String(one.list_id) === chosen.value) ??
      lists.value.find((one) => one.state === "inForce") ??
      lists.value[0] ??
      null,
  );
  const nameOf = (one: { name: string; state: VersionState; valid_from_on: string | null }) => t(`list.${one.state}`, { name: one.name, from: one.valid_from_on ?? "" });

  const kinds = useRead(listUnitKinds, undefined, { staleTime: 300_000 });
  const kindChoices = computed(() => [
    { key: "centre", name: t("centre") },
    ...(kinds.data.value ?? []).map((one) => ({ key: one.key, name: locale.value === "en" ? one.name_en : one.name_zh })),
  ]);
  function limit(written: string): string {
    const unit = written.slice(-1);
    return unit === "h" || unit === "d" || unit === "H" || unit === "D" ? t(`limit.${unit}`, { n: Number(written.slice(0, -1)) }) : written;
  }
  const party = (one: { words: string; words_en: string }) => say({ zh: one.words, en: one.words_en });
  const when = (one: DutyLine) => say({ zh: one.when, en: one.when_en });
  const village = (one: DutyLine) => say({ zh: one.village_words, en: one.village_words_en });
  return { query, lists, list, nameOf, kindChoices, limit, party, when, village };
}
