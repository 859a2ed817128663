// How many calls wait for one's own unit: the number in the navigation.

import { listWhistles } from "@jingwei/client";
import { useRead, useSession } from "@jingwei/face";
import { computed, type ComputedRef } from "vue";

export function useAwaited(): ComputedRef<number> {
  const session = useSession();
  const read = useRead(listWhistles, () => ({ awaits_me: true, size: 100 }), {
    enabled: () => session.may("join_joint") && session.may("read_joint"),
    refetchInterval: 60_000,
  });
  return computed(() => read.data.value?.rows.length ?? 0);
}
