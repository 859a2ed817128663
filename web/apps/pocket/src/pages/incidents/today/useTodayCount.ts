// The number on the tab: what waits for the post one works in.

import { getToday } from "@jingwei/client";
import { useRead, useSession } from "@jingwei/face";
import { computed, type Ref } from "vue";

export function useTodayCount(): Readonly<Ref<number | undefined>> {
  const session = useSession();
  const today = useRead(getToday, undefined, { enabled: () => session.status === "in" && session.may("read_incident") });
  return computed(() => today.data.value?.waiting.length || undefined);
}
