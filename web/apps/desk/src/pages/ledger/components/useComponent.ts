// One component: what can be done to it, and doing it.

import { getComponent, inspectComponent, listComponents, listIncidents, maintainComponent, setComponentLife, type Schema } from "@jingwei/client";
import { useRead, useWrite } from "@jingwei/face";
import { computed } from "vue";

export type Whole = Schema<"ComponentOut">;
export type Doing = "inspect" | "maintain" | "suspended" | "restored" | "retired";
export const DOINGS: readonly Doing[] = ["inspect", "maintain", "suspended", "restored", "retired"];
const SHOWN = 10;

export interface Said {
  /** Made with the form. */
  id: string;
  condition: 1 | 2 | 3 | 4;
  remark: string;
  cost: string;
  file_ids: string[];
}

export function useComponent(id: () => string) {
  const component = useRead(getComponent, () => ({ component_id: id() }));
  const matters = useRead(listIncidents, () => ({ component_id: id(), size: SHOWN }), { staleTime: 60_000 });
  const changes = [getComponent, listComponents];
  const inspect = useWrite(inspectComponent, { changes });
  const maintain = useWrite(maintainComponent, { changes });
  const life = useWrite(setComponentLife, { changes });
  const error = computed(() => inspect.error.value ?? maintain.error.value ?? life.error.value);
  const isBusy = computed(() => inspect.isPending.value || maintain.isPending.value || life.isPending.value);

  async function perform(doing: Doing, said: Said, version: number): Promise<Whole> {
    for (const one of [inspect, maintain, life]) one.reset();
    const component_id = id();
    const { condition, remark, file_ids } = said;
    if (doing === "inspect") return inspect.mutateAsync({ component_id, id: said.id, condition, remark, file_ids });
    if (doing === "maintain") return maintain.mutateAsync({ component_id, condition, remark, file_ids, cost_yuan: said.cost.trim() || null });
    return life.mutateAsync({ component_id, deed: doing, reason: said.remark, version });
  }
  return { component, matters, error, isBusy, perform };
}
