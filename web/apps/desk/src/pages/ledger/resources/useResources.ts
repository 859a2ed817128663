// The list of resources, and how one of them stands.

import { listResourceKinds, listResources, type Schema } from "@jingwei/client";
import { askedOf, useRead, useUrlState } from "@jingwei/face";
import { computed } from "vue";

export type Resource = Schema<"ResourceRowOut">;
export const STATES = ["ready", "busy", "shut", "retired"] as const;
export type ResourceState = (typeof STATES)[number];
export const NUMBERS = { ready: 10, busy: 20, shut: 30, retired: 90 } as const;
const COLOURS: Record<ResourceState, string> = { ready: "done", busy: "running", shut: "waiting", retired: "waiting" };
const WITH_REASON = new Set<ResourceState>(["shut", "retired"]);

export function stateOf(row: Pick<Resource, "state">): ResourceState {
  return STATES.find((one) => NUMBERS[one] === row.state) ?? "ready";
}
export const colourOf = (state: ResourceState): string => COLOURS[state];
export const needsReason = (state: ResourceState): boolean => WITH_REASON.has(state);

/** Where one can go from here: a retired one is made ready before anything else. */
export function openTo(state: ResourceState): ResourceState[] {
  return state === "retired" ? ["ready"] : STATES.filter((one) => one !== state);
}

export function useResources() {
  const url = useUrlState({ words: "", kind: "", state: "", area_code: "", unit_id: "", shape: "" });
  const asked = computed(() => askedOf(url.state.value, ["kind", "state"]));
  const page = useRead(
    listResources,
    () => ({ ...(asked.value as Parameters<typeof listResources>[0]), ...(url.cursor.value ? { cursor: url.cursor.value } : {}) }),
    { keepsPrevious: true },
  );
  const kinds = useRead(listResourceKinds, undefined, { staleTime: 600_000 });
  return { url, asked, page, kinds, chosenKinds: url.several("kind"), states: url.several("state") };
}
