// The app whose window this page runs in: coming in by it, and linking it with one's account. Loaded only inside one,
// and on the pages that show it.

import { linkContainer, linkContainerByCode, listContainers, signInByContainer } from "@jingwei/client";
import { bridge, type Container, type SignInCode } from "@jingwei/device";
import { readAgain, useSession } from "@jingwei/face";
import type { QueryClient } from "@tanstack/vue-query";
import { shallowRef } from "vue";

/** The container, and nothing in a plain browser. */
export const container: Container | undefined = bridge().name === "browser" ? undefined : (bridge().name as Container);

/** Why the page left for the container's own page: to come in, or to link. It is gone while it is away. */
type Purpose = "enter" | "link";
const PURPOSE = "jingwei.container.purpose";
const TICKET = "jingwei.container.ticket";

/** What came of it. `recognised`: no account yet; it can be linked as soon as somebody is signed in. */
export type Entered = "in" | "recognised" | "linked" | "leaving" | "denied" | "unavailable";

/** What the code in the address came to, for the pages that say so or go on. */
export const arrival = shallowRef<{ entered: Entered } | { error: unknown }>();

/** Why the code in the address did not do. */
export const arrivalError = (): unknown => (arrival.value && "error" in arrival.value ? arrival.value.error : undefined);

/** Come in by the container. Throws the server's refusals. */
export async function enterByContainer(given: SignInCode): Promise<Entered> {
  if (!container) return "unavailable";
  if ("problem" in given) return given.problem;
  let isLinked = false;
  const open = async () => {
    const answer = await signInByContainer({ container, code: given.code });
    isLinked = answer.is_linked;
    if (answer.ticket) put(TICKET, `${Date.now() + answer.lasts_seconds * 1000} ${answer.ticket}`);
  };
  await useSession().enter(open);
  return isLinked ? "in" : "recognised";
}

/** Link the container with the account that is signed in: by the ticket of a moment ago, or by a fresh code. */
export async function linkThisContainer(client: QueryClient, given?: SignInCode): Promise<Entered> {
  if (!container) return "unavailable";
  const ticket = heldTicket();
  if (ticket) {
    put(TICKET, null);
    await linkContainer({ ticket });
  } else {
    const code = given ?? (await askCode("link"));
    if ("problem" in code) return code.problem;
    await linkContainerByCode({ container, code: code.code });
  }
  await readAgain(client, [listContainers]);
  return "linked";
}

/** After a tap: the page may go to the container's own page and come back. */
export async function askCode(purpose: Purpose): Promise<SignInCode> {
  put(PURPOSE, purpose);
  const given = await bridge().signInCode({ mayLeave: true });
  if (!("problem" in given) || given.problem !== "leaving") put(PURPOSE, null);
  return given;
}

/**
 * When the page begins: get the container ready, and use the code that came with the address. Somebody is recognised
 * without a tap only where they asked for it before the page left, where the mini-program's own shell brings the code,
 * and in DingTalk, whose pages are a workplace's.
 */
export async function arrive(client: QueryClient): Promise<void> {
  if (!container) return;
  void bridge().prepare();
  const purpose = got(PURPOSE);
  put(PURPOSE, null);
  const session = useSession();
  const brings = purpose !== null || container === "wechatmini" || (container === "dingtalk" && !session.isIn);
  if (!brings) return;
  const given = await bridge().signInCode();
  if ("problem" in given) return;
  try {
    if (!session.isIn) arrival.value = { entered: await enterByContainer(given) };
    else if (purpose === "link") arrival.value = { entered: await linkThisContainer(client, given) };
  } catch (error) {
    arrival.value = { error };
  }
}

/** The proof of who was recognised, while it lasts. */
export function heldTicket(): string | undefined {
  const [until, ticket] = (got(TICKET) ?? "").split(" ");
  return ticket && Number(until) > Date.now() ? ticket : undefined;
}

function got(name: string): string | null {
  try {
    return sessionStorage.getItem(name);
  } catch {
    return null;
  }
}

function put(name: string, value: string | null): void {
  try {
    if (value === null) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, value);
  } catch {
    // Then one signs in as in a browser.
  }
}
