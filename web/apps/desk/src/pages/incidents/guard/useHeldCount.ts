// How many reports from marked sources wait for a second look, for the navigation.

import { listHeld } from "@jingwei/client";
import { useRead, useSession } from "@jingwei/face";
import { computed } from "vue";

export function useHeldCount() {
  const session = useSession();
  const held = useRead(listHeld, () => ({}), { enabled: () => session.may("review_held"), staleTime: 60_000 });
  return computed(() => held.data.value?.filter((one) => one.may_decide).length ?? 0);
}
