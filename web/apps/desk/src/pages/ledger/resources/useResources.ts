// The list of resources, and how one of them stands.

import { listResourceKinds, listResources, type Schema } from "@jingwei/client";
import { useRead, useUrlState } from "@jingwei/face";
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

/** Only what is said; several of one kind stand in the address with commas between them. */
export function given(state: Record<string, string>): Record<string, string | string[]> {
  const many = new Set(["kind", "state"]);
  return Object.fromEntries(Object.entries(state).filter(([, value]) => value).map(([name, value]) => [name, many.has(name) ? value.split(",") : value]));
}

export function useResources() {
  const url = useUrlState({ words: "", kind: "", state: "", area_code: "", unit_id: "", shape: "" });
  const asked = computed(() => given(url.state.value));
  const page = useRead(
    listResources,
    () => ({ ...(asked.value as Parameters<typeof listResources>[0]), ...(url.cursor.value ? { cursor: url.cursor.value } : {}) }),
    { keepsPrevious: true },
  );
  const kinds = useRead(listResourceKinds, undefined, { staleTime: 600_000 });
  const many = (name: "kind" | "state") =>
    computed({
      get: () => (url.state.value[name] ? url.state.value[name].split(",") : []),
      set: (chosen: string[]) => url.set({ [name]: chosen.join(",") }),
    });
  return { url, asked, page, kinds, chosenKinds: many("kind"), states: many("state") };
}
