// The one live connection of this window, and who listens to it.

import { readLive } from "@jingwei/client";
import { liveAddress, LiveConnection, type LiveKind, type LiveNews, type LiveState } from "@jingwei/domain";
import type { QueryClient } from "@tanstack/vue-query";
import { onScopeDispose, readonly, ref, watch } from "vue";
import type { Router } from "vue-router";
import { useSession } from "../session.js";
import { Refresher } from "./refresh.js";

export interface LiveContext {
  router: Router;
  queryClient: QueryClient;
}

type Listener = (news: LiveNews) => void;

const state = ref<LiveState>("stopped");
const listeners = new Map<LiveKind, Set<Listener>>();

/** How the connection is. */
export const liveState = readonly(state);

/** Do something at news of a kind, while the component is there. Queries are read anew without it. */
export function useNews(kind: LiveKind, listener: Listener): void {
  const heard = listeners.get(kind) ?? new Set();
  listeners.set(kind, heard.add(listener));
  onScopeDispose(() => heard.delete(listener));
}

/** Called once, before the first page: live whenever somebody is signed in, and only then. */
export function startLive({ queryClient }: LiveContext): void {
  const session = useSession();
  const refresher = new Refresher(queryClient);
  const connection = new LiveConnection({
    url: async () => liveAddress((await readLive()).url, window.location),
    onNews: (news) => {
      refresher.note(news);
      for (const listener of listeners.get(news.kind) ?? []) listener(news);
    },
    onResync: () => refresher.everything(),
    onMoved: () => void session.follow("in"),
    onState: (now) => {
      state.value = now;
      if (now === "signed_out") session.expire();
    },
  });
  const who = () => (session.status === "in" ? `${session.me?.person_id} ${session.me?.post?.post_id}` : "");
  watch(
    who,
    (somebody) => {
      refresher.stop();
      if (somebody) connection.start();
      else connection.stop();
    },
    { immediate: true },
  );
}
