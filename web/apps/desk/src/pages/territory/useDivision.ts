import { compareDivisions, listAreasOn, listDivisionDays } from "@jingwei/client";
import { cityDay } from "@jingwei/domain";
import { useOwnArea, useRead, useUrlState } from "@jingwei/face";
import type { Drawn, Tone } from "@jingwei/map";
import { useNow } from "@jingwei/ui";
import { computed } from "vue";
import type { AreaOn, Compared } from "./types.js";
import { layersBelow, shapeOf } from "./words.js";

/** Where the slider stands on a day: the last day of change that is not after it. */
export function stepOf(days: readonly string[], on: string): number {
  let step = 0;
  days.forEach((day, index) => {
    if (day <= on) step = index;
  });
  return step;
}

const TONES: Record<Compared["what"], Tone> = { opened: "new", closed: "gone", changed: "changed", same_ground: "plain" };

/** What a comparison looks like: the new borders in the colour of what became of them, the old ones dashed. */
export function drawnOf(rows: readonly Compared[]): Drawn[] {
  return rows.flatMap((one) => {
    const after = shapeOf(one.after?.geometry);
    const before = shapeOf(one.before?.geometry);
    const drawn: Drawn[] = [];
    const shown = one.what === "closed" ? before : after;
    if (shown) drawn.push({ id: one.code, name: one.name, tone: TONES[one.what], shape: shown });
    if (before && one.what === "changed") drawn.push({ id: `${one.code} before`, name: "", tone: "before", shape: before });
    return drawn;
  });
}

/** The division of a day, and what differs between two. */
export function useDivision() {
  const own = useOwnArea();
  const now = useNow();
  const today = computed(() => cityDay(now.value));
  const address = useUrlState({ within: "", layer: "", on: "", from: "", words: "", grid: "" });
  const within = computed(() => address.state.value.within || own.code.value);
  const layers = computed(() => layersBelow(within.value));
  const layer = computed(() => layers.value.find((one) => one === address.state.value.layer) ?? layers.value[0] ?? "small");
  const on = computed(() => address.state.value.on || today.value);
  const from = computed(() => address.state.value.from);
  const isComparing = computed(() => from.value !== "");

  const days = useRead(listDivisionDays, () => ({ within: within.value }), { enabled: () => !!within.value, keepsPrevious: true });
  const steps = computed(() => {
    const found = (days.data.value ?? []).map((one) => one.on);
    return found.includes(today.value) ? found : [...found, today.value].sort();
  });
  const step = computed({
    get: () => stepOf(steps.value, on.value),
    set: (index) => address.set({ on: steps.value[index] === today.value ? "" : (steps.value[index] ?? "") }),
  });
  const day = computed(() => days.data.value?.find((one) => one.on === steps.value[step.value]));

  const areas = useRead(listAreasOn, () => ({ within: within.value, layer: layer.value, on: on.value }), {
    enabled: () => !!within.value && !isComparing.value, keepsPrevious: true,
  });
  const compared = useRead(
    compareDivisions,
    () => ({ within: within.value, from_on: from.value, to_on: on.value, layer: layer.value }),
    { enabled: () => !!within.value && isComparing.value && from.value !== on.value, keepsPrevious: true },
  );

  const fits = (one: { code: string; name: string }) => {
    const words = address.state.value.words.trim();
    return !words || one.code.startsWith(words) || one.name.includes(words);
  };
  const rows = computed<AreaOn[]>(() => (areas.data.value?.features ?? []).filter(fits));
  const differences = computed<Compared[]>(() => (isComparing.value ? (compared.data.value?.rows ?? []).filter(fits) : []));
  const drawn = computed<Drawn[]>(() => {
    if (isComparing.value) return drawnOf(compared.data.value?.rows ?? []);
    return (areas.data.value?.features ?? []).flatMap((one) => {
      const shape = shapeOf(one.geometry);
      return shape ? [{ id: one.code, name: one.name, tone: "plain" as const, shape }] : [];
    });
  });
  return { own, today, address, within, layers, layer, on, from, isComparing, days, steps, step, day, areas, compared, rows, differences, drawn };
}
