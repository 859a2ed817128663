import { listExportsToDecide } from "@jingwei/client";
import { useRead, useSession } from "@jingwei/face";
import { computed, type ComputedRef } from "vue";

/** How many exports wait for one's consent, for the navigation. */
export function useToDecide(): ComputedRef<number | undefined> {
  const session = useSession();
  const waiting = useRead(listExportsToDecide, {}, {
    enabled: () => session.isIn && session.may("approve_export"),
    refetchInterval: 60_000,
  });
  return computed(() => waiting.data.value?.rows.length);
}
