// Who is signed in. The cookie is the browser's; here stands only what the server says about it.

import {
  connect,
  readMe,
  Refusal,
  signIn as openSession,
  signOutEverywhere as closeSession,
  switchPost as workIn,
  type Schema,
} from "@jingwei/client";
import { drafts } from "@jingwei/domain";
import { defineStore } from "pinia";
import { computed, ref, shallowRef } from "vue";
import { queryClient } from "./data.js";
import { usePreferences } from "./preferences.js";

export type Me = Schema<"MeOut">;
export type Permission = Schema<"Permission">;

/** Where this window remembers under which name one signed in, to ask for the password alone. */
const NAME_PLACE = "jingwei.username";
/** All windows share one cookie: what one of them does to the session concerns the others. */
const CHANNEL = "jingwei.session";
/** Whose drafts are kept where a face works without signing in. */
const VISITOR = "visitor";

export const useSession = defineStore("session", () => {
  const me = shallowRef<Me | null>(null);
  /** "unknown" until the server was asked; "expired": the page stays, and asks for the password again over it. */
  const status = ref<"unknown" | "out" | "in" | "expired">("unknown");
  const isIn = computed(() => status.value === "in" || status.value === "expired");
  const username = ref(remembered());
  const windows = typeof BroadcastChannel === "undefined" ? undefined : new BroadcastChannel(CHANNEL);
  /** Calls that were refused because the session had ended; they go on, or fail, when it is known who is here. */
  let waiting: ((isBack: boolean) => void)[] = [];
  let isReturning = false;
  let hasVisitors = false;
  let isEntering = false;

  /** Nobody is signed in. On a face that works without an account, what is typed is kept all the same. */
  function nobody(): void {
    if (hasVisitors) drafts.open(VISITOR);
    else drafts.close();
    me.value = null;
    status.value = "out";
  }

  function take(answer: Me): void {
    const isAnother = me.value !== null && (me.value.person_id !== answer.person_id || !isSamePost(me.value, answer));
    // Before anybody hears who is here: whoever does reads their own drafts at once.
    if (answer.person_id) {
      usePreferences().open(answer.person_id);
      drafts.open(answer.person_id);
      // Also what was begun before the server had said who is here.
      if (hasVisitors && (isEntering || status.value === "unknown")) drafts.adopt(VISITOR);
    }
    me.value = answer;
    status.value = "in";
    answerWaiting(!isAnother);
  }

  function answerWaiting(isBack: boolean): void {
    const all = waiting;
    waiting = [];
    for (const answer of all) answer(isBack);
  }

  /** The session has ended: whoever asked waits until the same person works in the same post again, or nobody does. */
  function ended(): Promise<boolean> {
    if (isReturning || !isIn.value) return Promise.resolve(false);
    status.value = "expired";
    return new Promise((resolve) => waiting.push(resolve));
  }

  /**
   * Sign in over an ended session. The same person goes on where they were, in the same post, and what was refused is
   * sent again; for anybody else everything begins anew, and nothing of the first is sent or shown.
   */
  async function signInAgain(name: string, password: string, code = ""): Promise<void> {
    const before = me.value;
    isReturning = true;
    try {
      await openSession({ username: name, password, code });
      remember(name);
      let answer = await readMe();
      const post = before?.post;
      if (post && answer.person_id === before.person_id && answer.post?.post_id !== post.post_id) {
        // A new session begins in one's first post.
        answer = await workIn({ post_id: post.post_id }).catch(() => answer);
      }
      const isSame = before !== null && answer.person_id === before.person_id && isSamePost(answer, before);
      if (before?.person_id !== answer.person_id) queryClient.clear();
      take(answer);
      await (isSame ? queryClient.invalidateQueries() : queryClient.resetQueries());
      windows?.postMessage("in");
    } finally {
      isReturning = false;
    }
  }

  /** Another window signed in or out, or switched the post: the cookie is ours too. */
  async function follow(what: unknown): Promise<void> {
    if (status.value === "unknown") return;
    if (what === "out") return leave();
    const before = me.value;
    const answer = await readMe().catch(() => undefined);
    if (!answer) return;
    if (before?.person_id !== answer.person_id) queryClient.clear();
    take(answer);
    if (before && !isSamePost(before, answer)) await queryClient.resetQueries();
  }

  function remember(name: string): void {
    username.value = name;
    try {
      sessionStorage.setItem(NAME_PLACE, name);
    } catch {
      // Then the name is asked for as well.
    }
  }

  /** Ask the server who we are. A refusal means nobody; silence is thrown on. */
  async function load(): Promise<void> {
    try {
      take(await readMe());
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      nobody();
    }
  }

  /** Sign in, from the sign-in page; with the app's code where a second factor is asked for. */
  async function signIn(name: string, password: string, code = ""): Promise<void> {
    await enter(() => openSession({ username: name, password, code }));
    remember(name);
  }

  /** Sign in by any other way: `open` has the server begin a session (a code by SMS, a container's identity). */
  async function enter(open: () => Promise<unknown>): Promise<void> {
    const before = me.value?.person_id;
    await open();
    // What a visitor had begun is theirs: signing in halfway through a report loses nothing of it.
    isEntering = true;
    try {
      await load();
    } finally {
      isEntering = false;
    }
    if (me.value?.person_id !== before) queryClient.clear();
    windows?.postMessage("in");
  }

  /** A provider that opened the session is left, too: the browser goes there, and comes back to where one signs in. */
  async function signOut(): Promise<void> {
    let there: string | null = null;
    try {
      ({ address: there } = await closeSession({ next_page: window.location.pathname.startsWith("/m/") ? "/m/" : "/desk/sign-in" }));
    } catch (error) {
      // A session that ended by itself is signed out as well.
      if (!(error instanceof Refusal && error.status === 401)) throw error;
    }
    drafts.wipe();
    forgetWindow();
    windows?.postMessage("out");
    leave();
    if (there) window.location.assign(there);
  }

  /** Nobody is here any more. What was typed stays kept for its person, unless they signed out themselves. */
  function leave(): void {
    nobody();
    queryClient.clear();
    answerWaiting(false);
  }

  /** Work in another of one's posts: everything shown belongs to the post, so everything is read anew. */
  async function switchPost(postId: string): Promise<void> {
    take(await workIn({ post_id: postId }));
    windows?.postMessage("in");
    await queryClient.resetQueries();
  }

  function may(permission: Permission): boolean {
    return me.value?.permissions.includes(permission) ?? false;
  }

  /**
   * Hear of ended sessions, from the server and from other windows; nothing typed is lost by them.
   * `forVisitors`: this face is used without signing in as well. `isVisitor`: the page came without a session, so
   * nobody needs to ask the server who this is.
   */
  function listen({ forVisitors = false, isVisitor = false }: { forVisitors?: boolean; isVisitor?: boolean } = {}): void {
    hasVisitors = forVisitors;
    if (isVisitor) nobody();
    else if (forVisitors) drafts.open(VISITOR);
    connect({ onSessionEnded: ended });
    drafts.listen(window);
    windows?.addEventListener("message", (event) => void follow(event.data));
  }

  /** The live connection heard first that the session has ended. */
  function expire(): void {
    if (status.value === "in") status.value = "expired";
  }

  return { me, status, isIn, username, load, signIn, enter, signInAgain, signOut, leave, switchPost, may, listen, expire, follow };
});

function isSamePost(one: Me, other: Me): boolean {
  return one.person_id === other.person_id && one.post?.post_id === other.post?.post_id;
}

/** What pages kept for this window alone is its person's too. */
function forgetWindow(): void {
  try {
    sessionStorage.clear();
  } catch {
    // Nothing was kept.
  }
}

function remembered(): string {
  try {
    return sessionStorage.getItem(NAME_PLACE) ?? "";
  } catch {
    return "";
  }
}
