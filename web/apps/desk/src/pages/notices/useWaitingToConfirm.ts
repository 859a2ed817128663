import { listAnnouncements } from "@jingwei/client";
import { useRead, useSession } from "@jingwei/face";
import { computed, type ComputedRef } from "vue";

/** How many announcements wait for this post's word; fifty at most. */
export function useWaitingToConfirm(): ComputedRef<number | undefined> {
  const session = useSession();
  const found = useRead(listAnnouncements, () => ({ only_open: true }), { enabled: () => session.may("read_notices"), staleTime: 60_000 });
  return computed(() => found.data.value?.rows.length || undefined);
}
