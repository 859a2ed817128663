import { listTaskShares } from "@jingwei/client";
import { useRead, useSession } from "@jingwei/face";
import { computed, type Ref } from "vue";

/** How many shares of tasks wait for one's own answer, for the navigation. */
export function useTaskCount(): Readonly<Ref<number | undefined>> {
  const session = useSession();
  const mine = useRead(listTaskShares, () => ({ side: "mine" as const, state: ["given", "doing"] as const, size: 1 } as Parameters<typeof listTaskShares>[0]), {
    enabled: () => session.may("answer_task"),
    staleTime: 60_000,
  });
  return computed(() => mine.data.value?.total || undefined);
}
