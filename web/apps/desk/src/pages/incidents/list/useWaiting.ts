// How much waits for this post: the figure beside the inbox, everywhere.

import { getInbox } from "@jingwei/client";
import { useRead, useSession } from "@jingwei/face";
import { computed, type Ref } from "vue";

/** Trays whose content somebody of this post has to act on; the others look at the same matters from elsewhere. */
export const OWN_TURN = new Set(["to_accept", "to_dispatch", "to_verify", "to_close", "to_decide", "disputed", "to_take", "in_hand", "to_assist"]);
const ASK_AGAIN_MS = 60_000;

/** The trays with their counts; live events have them read again, and a minute's silence too. */
export function useInbox() {
  const session = useSession();
  return useRead(getInbox, undefined, {
    enabled: () => session.status === "in" && session.may("read_incident"),
    refetchInterval: ASK_AGAIN_MS,
  });
}

export function useWaiting(): Readonly<Ref<number | undefined>> {
  const inbox = useInbox();
  return computed(() => {
    const waiting = inbox.data.value?.buckets.filter((one) => OWN_TURN.has(one.bucket)) ?? [];
    return waiting.reduce((sum, one) => sum + one.count, 0) || undefined;
  });
}
