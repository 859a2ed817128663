import { listExportsToDecide } from "@jingwei/client";
import { computed, type ComputedRef } from "vue";
import { useRead } from "@/shell/data";
import { useSession } from "@/shell/session";

/** How many exports wait for one's consent, for the navigation. */
export function useToDecide(): ComputedRef<number | undefined> {
  const session = useSession();
  const waiting = useRead(listExportsToDecide, {}, {
    enabled: () => session.isIn && session.may("approve_export"),
    refetchInterval: 60_000,
  });
  return computed(() => waiting.data.value?.rows.length);
}
