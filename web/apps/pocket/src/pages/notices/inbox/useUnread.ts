// The number beside the notices.

import { countUnread } from "@jingwei/client";
import { useRead, useSession } from "@jingwei/face";
import { computed, type Ref } from "vue";

export function useUnread(): Readonly<Ref<number | undefined>> {
  const session = useSession();
  const unread = useRead(countUnread, undefined, { enabled: () => session.status === "in" && session.may("read_notices") });
  return computed(() => unread.data.value?.unread || undefined);
}
