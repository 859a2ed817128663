// The number on the tab: what waits for a decision of the post one works in.

import { getInbox, listExportsToDecide } from "@jingwei/client";
import { useRead, useSession } from "@jingwei/face";
import { computed, type Ref } from "vue";

/** Trays whose content a leader decides on: time asked for, and tasks to be taken or assigned. */
const TRAYS = new Set(["to_decide", "to_take"]);
const ASK_AGAIN_MS = 60_000;

export function useDecisions(): Readonly<Ref<number | undefined>> {
  const session = useSession();
  const isIn = () => session.status === "in";
  const inbox = useRead(getInbox, undefined, {
    enabled: () => isIn() && session.may("read_incident"), refetchInterval: ASK_AGAIN_MS,
  });
  const exports = useRead(listExportsToDecide, {}, {
    enabled: () => isIn() && session.may("approve_export"), refetchInterval: ASK_AGAIN_MS,
  });
  return computed(() => {
    const trays = inbox.data.value?.buckets.filter((one) => TRAYS.has(one.bucket)) ?? [];
    return trays.reduce((sum, one) => sum + one.count, exports.data.value?.rows.length ?? 0) || undefined;
  });
}
