// The demo's cast: the server tells it in demo mode only, and signing in as somebody is the ordinary sign-in.

import { readDemo, type Schema } from "@jingwei/client";
import { useRead } from "./data.js";
import { useSession } from "./session.js";
import { computed, ref, shallowRef } from "vue";

export type CastMember = Schema<"CastMemberOut">;

export function useDemo() {
  const session = useSession();
  const demo = useRead(readDemo, undefined, { staleTime: Infinity });
  const cast = computed<CastMember[]>(() => (demo.data.value?.is_demo ? (demo.data.value.cast ?? []) : []));
  const busyWith = ref("");
  const error = shallowRef<unknown>();

  /** Leave whoever one is and go on as this member; says whether it worked. */
  async function playAs(member: CastMember): Promise<boolean> {
    busyWith.value = member.username;
    error.value = undefined;
    try {
      await session.signIn(member.username, demo.data.value?.password ?? "");
      return true;
    } catch (reason) {
      error.value = reason;
      return false;
    } finally {
      busyWith.value = "";
    }
  }

  return { cast, busyWith, error, playAs };
}
