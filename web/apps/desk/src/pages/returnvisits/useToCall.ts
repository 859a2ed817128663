import { listVisits } from "@jingwei/client";
import { useRead, useSession } from "@jingwei/face";
import { computed, type Ref } from "vue";

/** How many visits one's own centre still has to make, for the navigation. */
export function useToCall(): Readonly<Ref<number | undefined>> {
  const session = useSession();
  const waiting = useRead(listVisits, () => ({ state: "waiting" as const, is_mine: true, size: 1 }), {
    enabled: () => session.may("make_visits"),
    staleTime: 60_000,
  });
  return computed(() => waiting.data.value?.total || undefined);
}
