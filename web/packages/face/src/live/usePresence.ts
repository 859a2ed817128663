// Who else has this incident open: a sign every twenty seconds, and the others' signs as they come.

import { leaveIncident, watchIncident, type Schema } from "@jingwei/client";
import { onScopeDispose, readonly, ref, toValue, watch, type MaybeRefOrGetter, type Ref } from "vue";
import { useSession } from "../session.js";
import { useNews } from "./connection.js";

export type Watcher = Schema<"WatcherOut">;

export const SIGN_EVERY_MS = 20_000;
/** Who walks through a list by keyboard is not announced at every row. */
export const SETTLE_MS = 700;
const ANSWER_MS = 300;

type Timer = ReturnType<typeof setTimeout>;

/** The colleagues who have it open too, and whether they are writing. Without an id, or the permission: nobody. */
export function usePresence(
  incidentId: MaybeRefOrGetter<string | undefined>,
  isTyping: MaybeRefOrGetter<boolean> = false,
): { others: Readonly<Ref<readonly Watcher[]>> } {
  const session = useSession();
  const others = ref<Watcher[]>([]);
  let here = "";
  let isShown = false;
  let next: Timer | undefined;

  function signIn(after: number): void {
    clearTimeout(next);
    if (here) next = setTimeout(() => void sign(), after);
  }

  async function sign(): Promise<void> {
    const id = here;
    if (document.hidden || session.status !== "in") return;
    try {
      isShown = true;
      const found = await watchIncident({ incident_id: id, is_typing: toValue(isTyping) });
      if (id === here) others.value = found;
    } catch {
      // Out of sight by now, or no answer: who is there is then unknown, and nobody is shown.
      if (id === here) others.value = [];
    }
    if (id === here) signIn(SIGN_EVERY_MS);
  }

  function leave(): void {
    clearTimeout(next);
    if (here && isShown && session.status === "in") {
      void leaveIncident({ incident_id: here }, { keepalive: true }).catch(() => undefined);
    }
    isShown = false;
    others.value = [];
  }

  const look = () => (document.hidden ? clearTimeout(next) : signIn(0));
  const go = () => leave();

  watch(
    () => (session.may("watch_incident") ? (toValue(incidentId) ?? "") : ""),
    (id) => {
      leave();
      here = id;
      signIn(SETTLE_MS);
    },
    { immediate: true },
  );
  watch(
    () => toValue(isTyping),
    () => isShown && signIn(ANSWER_MS),
  );
  useNews("presence", (news) => news.id === here && isShown && signIn(ANSWER_MS));
  document.addEventListener("visibilitychange", look);
  window.addEventListener("pagehide", go);
  onScopeDispose(() => {
    document.removeEventListener("visibilitychange", look);
    window.removeEventListener("pagehide", go);
    leave();
    here = "";
  });
  return { others: readonly(others) };
}
