// Single sign-on: the providers a sign-in page offers, the way there, and what a page does with what came back.

import {
  finishProviderSignIn,
  linkProvider,
  listProviderLinks,
  listSignInProviders,
  startProviderLink,
  startProviderSignIn,
  type Schema,
} from "@jingwei/client";
import { computed, ref, shallowRef } from "vue";
import { readAgain, useRead } from "./data.js";
import { useSession } from "./session.js";
import type { QueryClient } from "@tanstack/vue-query";

export type Provider = Schema<"ProviderOut">;
/** What the provider's redirect brought, as the page's own address holds it. */
export type Brought = Readonly<Record<string, unknown>>;

/** The providers for these people, and the way to one of them; whatever fails leaves the page as it is. */
export function useProviders(whom: "staff" | "residents") {
  const all = useRead(listSignInProviders, undefined, { staleTime: 300_000 });
  const providers = computed<Provider[]>(() => (all.data.value ?? []).filter((one) => one.serves === whom || one.serves === "everybody"));
  const busyWith = ref("");
  const error = shallowRef<unknown>();

  async function leave(key: string, start: () => Promise<{ address: string }>): Promise<void> {
    if (busyWith.value) return;
    busyWith.value = key;
    error.value = undefined;
    try {
      window.location.assign((await start()).address);
    } catch (reason) {
      error.value = reason;
      busyWith.value = "";
    }
  }

  const enter = (key: string, next_page: string) => leave(key, () => startProviderSignIn({ provider_key: key, next_page }));
  const link = (key: string, next_page: string) => leave(key, () => startProviderLink({ provider_key: key, next_page }));
  return { providers, busyWith, error, enter, link };
}

/** Whether the browser left to link an account, not to sign in: the state says so, and the server checks it. */
export const isForLink = (brought: Brought): boolean => textOf(brought, "state")?.[1] === "l";

/** Whether a provider's redirect led here at all: somebody may open the address by itself. */
export const isBrought = (brought: Brought): boolean => textOf(brought, "state") !== null;

/** Bring the server what came back. Answers where to go on, an address of this platform; throws refusals. */
export async function bringProof(brought: Brought, client: QueryClient): Promise<string> {
  const session = useSession();
  const given = {
    provider_key: textOf(brought, "provider") ?? "?",
    state: textOf(brought, "state") ?? "?",
    proof: textOf(brought, "proof"),
    issuer: textOf(brought, "issuer"),
    error: textOf(brought, "error"),
  };
  if (isForLink(brought)) {
    // The browser came from elsewhere, so the page itself was asked for without the session.
    if (session.status !== "in") await session.load();
    const { next_page } = await linkProvider(given);
    await readAgain(client, [listProviderLinks]);
    return next_page;
  }
  let next = "";
  await session.enter(async () => ({ next_page: next } = await finishProviderSignIn(given)));
  return next;
}

function textOf(brought: Brought, name: string): string | null {
  const found = brought[name];
  return typeof found === "string" && found ? found : null;
}
