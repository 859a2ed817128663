// The list of components: what the address narrows it to, as the server and an export take it.

import { listComponentKinds, listComponents, type Schema } from "@jingwei/client";
import { useRead } from "@jingwei/face";
import { computed } from "vue";
import { useRecordList } from "@/parts/records/list.js";

export type Component = Schema<"ComponentRowOut">;
export const STATES = ["good", "worn", "damaged", "missing", "out", "retired"] as const;
export type ComponentState = (typeof STATES)[number];
const SHOWN = ["done", "warning", "may_overrun", "overdue", "waiting", "waiting"];

const CONDITIONS: Record<number, ComponentState> = { 1: "good", 2: "worn", 3: "damaged", 4: "missing" };
const IN_USE = 10;
const RETIRED = 90;

/** One word for how it is: what is out of use or retired says that first. */
export function stateOf(row: Pick<Component, "life" | "condition">): ComponentState {
  if (row.life === RETIRED) return "retired";
  return row.life === IN_USE ? (CONDITIONS[row.condition] ?? "good") : "out";
}

export function colourOf(state: ComponentState): string {
  return SHOWN[STATES.indexOf(state)] ?? "waiting";
}

export function useComponents() {
  const { url, asked, page, rows } = useRecordList(
    listComponents, { words: "", kind: "", state: "", area_code: "", unit_id: "", is_due: "", order: "", shape: "" }, { several: ["state"] },
  );
  const kinds = useRead(listComponentKinds, undefined, { staleTime: 600_000 });
  const classes = computed(() => {
    const found = new Map<string, { code: string; name: string; types: Schema<"ComponentKindOut">[] }>();
    for (const kind of kinds.data.value ?? []) {
      const one = found.get(kind.class_code) ?? { code: kind.class_code, name: kind.class_name, types: [] };
      one.types.push(kind);
      found.set(kind.class_code, one);
    }
    return [...found.values()];
  });
  const states = url.several("state");
  return { url, asked, page, rows, classes, states };
}
