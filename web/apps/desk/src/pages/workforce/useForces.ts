// The kinds of force, as the city keeps them, and the words that pages of the workforce share.

import { getWorkforceStandard, type Schema } from "@jingwei/client";
import { useRead } from "@jingwei/face";
import { usePageText } from "@jingwei/ui";
import { computed } from "vue";
import { text } from "./text.js";

export type Kind = Schema<"ForceKindOut">;
export type Person = Schema<"GridPersonOut">;
const HALF_HOUR = 1_800_000;

/** Today, as the city counts days. */
export const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

/** A name for whoever has an account and one for whoever has none; a reader of the list needs no more. */
export const TIERS = ["core", "fixed", "other"] as const;

/** For how many days nobody has been there. */
export const daysSince = (day: string): number => Math.max(0, Math.round((Date.parse(today()) - Date.parse(day)) / 86_400_000));

export function useForces() {
  const { say } = usePageText(text);
  const found = useRead(getWorkforceStandard, () => ({}), { staleTime: HALF_HOUR });
  const kinds = computed<readonly Kind[]>(() => found.data.value?.kinds ?? []);
  const active = computed(() => kinds.value.filter((one) => one.is_active));
  /** Whom somebody without a post can be taken on as. */
  const byHand = computed(() => active.value.filter((one) => !one.role));
  const named = (one: Kind | undefined): string => (one ? say({ zh: one.name_zh, en: one.name_en }) : "");
  const nameOf = (key: string): string => named(kinds.value.find((one) => one.key === key)) || key;
  return { found, kinds, active, byHand, named, nameOf };
}
