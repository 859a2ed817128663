// Who is signed in. The cookie is the browser's; here stands only what the server says about it.

import {
  connect,
  readMe,
  Refusal,
  signIn as openSession,
  signOut as closeSession,
  switchPost as workIn,
  type Schema,
} from "@jingwei/client";
import { defineStore } from "pinia";
import { computed, ref, shallowRef } from "vue";
import { queryClient } from "./data.js";
import { usePreferences } from "./preferences.js";

export type Me = Schema<"MeOut">;
export type Permission = Schema<"Permission">;

export const useSession = defineStore("session", () => {
  const me = shallowRef<Me | null>(null);
  /** "unknown" until the server was asked; "expired": the page stays, and asks for the password again over it. */
  const status = ref<"unknown" | "out" | "in" | "expired">("unknown");
  const isIn = computed(() => status.value === "in" || status.value === "expired");

  function take(answer: Me): void {
    me.value = answer;
    status.value = "in";
    if (answer.person_id) usePreferences().open(answer.person_id);
  }

  /** Ask the server who we are. A refusal means nobody; silence is thrown on. */
  async function load(): Promise<void> {
    try {
      take(await readMe());
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      status.value = "out";
    }
  }

  /** Sign in; in an expired session the same person goes on where they were. */
  async function signIn(username: string, password: string): Promise<void> {
    const before = me.value?.person_id;
    await openSession({ username, password });
    await load();
    if (me.value?.person_id !== before) queryClient.clear();
  }

  async function signOut(): Promise<void> {
    try {
      await closeSession();
    } catch (error) {
      // A session that ended by itself is signed out as well.
      if (!(error instanceof Refusal && error.status === 401)) throw error;
    }
    leave();
  }

  function leave(): void {
    me.value = null;
    status.value = "out";
    queryClient.clear();
  }

  /** Work in another of one's posts: everything shown belongs to the post, so everything is read anew. */
  async function switchPost(postId: string): Promise<void> {
    take(await workIn({ post_id: postId }));
    await queryClient.resetQueries();
  }

  function may(permission: Permission): boolean {
    return me.value?.permissions.includes(permission) ?? false;
  }

  /** Hear every refusal: a session that is no longer valid is asked for again, and nothing typed is lost. */
  function listen(): void {
    connect({
      onRefusal: (refusal) => {
        if (refusal.status === 401 && refusal.next === "sign_in" && status.value === "in") status.value = "expired";
      },
    });
  }

  return { me, status, isIn, load, signIn, signOut, leave, switchPost, may, listen };
});
