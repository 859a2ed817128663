// The list of resources, and how one of them stands.

import { listResourceKinds, listResources, type Schema } from "@jingwei/client";
import { useRead } from "@jingwei/face";
import { useRecordList } from "@/parts/records/list.js";

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
  const { url, asked, page, rows } = useRecordList(
    listResources, { words: "", kind: "", state: "", area_code: "", unit_id: "", shape: "" }, { several: ["kind", "state"] },
  );
  const kinds = useRead(listResourceKinds, undefined, { staleTime: 600_000 });
  return { url, asked, page, rows, kinds, chosenKinds: url.several("kind"), states: url.several("state") };
}
