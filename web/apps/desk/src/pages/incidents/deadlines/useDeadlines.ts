// The board and the calendar: one reading, narrowed by what stands in the address.

import { getDeadlines, type Schema } from "@jingwei/client";
import { useOwnArea, useRead, useUrlState } from "@jingwei/face";
import { useNow } from "@jingwei/ui";
import { computed } from "vue";
import { dayOf, isDay, monthOf, plusDays, plusMonths, weekOf } from "./days.js";

export type Deadlines = Schema<"DeadlinesOut">;
export type StageCount = Deadlines["stages"][number];
export type Card = Deadlines["cards"][number];
export type View = "board" | "month" | "week";
export type Asked = NonNullable<Parameters<typeof getDeadlines>[0]>;
export const COLOURS = ["overdue", "may_overrun", "running", "waiting"] as const;

export function useDeadlines() {
  const now = useNow();
  const area = useOwnArea();
  const url = useUrlState({ view: "board", area: "", mine: "", urgent: "", stage: "", colour: "", at: "", on: "" });
  const view = computed<View>(() => (url.state.value.view === "month" || url.state.value.view === "week" ? url.state.value.view : "board"));
  const today = computed(() => dayOf(now.value));
  const at = computed(() => (isDay(url.state.value.at) ? url.state.value.at : today.value));
  const on = computed(() => (isDay(url.state.value.on) ? url.state.value.on : ""));
  const days = computed(() => (view.value === "week" ? weekOf(at.value) : monthOf(at.value)));

  const narrowed = computed(() => ({
    ...(url.state.value.area ? { area_code: url.state.value.area } : {}),
    ...(url.state.value.mine ? { is_mine: true } : {}),
    ...(url.state.value.urgent ? { is_urgent: true } : {}),
  }));
  const cell = computed(() => ({
    ...(url.state.value.stage ? { stage: url.state.value.stage } : {}),
    ...(url.state.value.colour ? { colour: url.state.value.colour } : {}),
  }));
  const asked = computed<Asked>(() =>
    view.value === "board"
      ? ({ ...narrowed.value, ...cell.value } as Asked)
      : ({ ...narrowed.value, due_from: days.value[0], due_to: days.value.at(-1) } as Asked),
  );
  const query = useRead(getDeadlines, () => asked.value, { keepsPrevious: true, staleTime: 20_000 });
  const ofDay = useRead(getDeadlines, () => ({ ...narrowed.value, due_from: on.value, due_to: on.value }) as Asked, {
    enabled: () => view.value !== "board" && on.value !== "",
  });

  const step = (by: number) => url.set({ at: view.value === "week" ? plusDays(at.value, 7 * by) : plusMonths(at.value, by), on: "" });
  const isNarrowed = computed(() => Boolean(url.state.value.area || url.state.value.mine || url.state.value.urgent));
  return {
    url, view, area, today, at, on, days, query, ofDay, cell, isNarrowed, step,
    show: (one: View) => url.set({ view: one, stage: "", colour: "", on: "" }),
    open: (stage: string, colour: string) => url.set({ stage, colour }),
    clear: () => url.set({ area: "", mine: "", urgent: "" }),
  };
}

export function countOf(stage: StageCount): number {
  return Object.values(stage.counts).reduce((sum, one) => sum + one, 0);
}
