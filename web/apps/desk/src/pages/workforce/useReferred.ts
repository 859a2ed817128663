import { listReferrals } from "@jingwei/client";
import { useRead, useSession } from "@jingwei/face";
import { computed, type Ref } from "vue";

/** How many referrals wait for one's own answer, for the navigation. */
export function useReferred(): Readonly<Ref<number | undefined>> {
  const session = useSession();
  const waiting = useRead(listReferrals, () => ({ side: "to_me" as const, state: "asked" as const, size: 1 }), {
    enabled: () => session.may("answer_referral"),
    staleTime: 60_000,
  });
  return computed(() => waiting.data.value?.total || undefined);
}
