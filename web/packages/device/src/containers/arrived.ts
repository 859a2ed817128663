// The one-time code that came with the page's address: believed only where this very tab asked for it.

import type { World } from "./world";

const STATE = "jw:container-state";

/** The address without what belongs to the container, so that nothing of it stays in the history or is shared. */
export function withoutCode(address: string): string {
  const url = new URL(address);
  for (const name of ["code", "state", "container"]) url.searchParams.delete(name);
  return url.href;
}

/** Where the container shall send the page back to, with a mark of this tab that nobody else can know. */
export function newState(world: World): string {
  const state = [...crypto.getRandomValues(new Uint8Array(16))].map((one) => one.toString(16).padStart(2, "0")).join("");
  world.remember(STATE, state);
  return state;
}

/** Take the code off the address. One that carries another's mark is thrown away: somebody slipped it in. */
export function takeArrivedCode(world: World): string | undefined {
  const url = new URL(world.here);
  const [code, state] = [url.searchParams.get("code"), url.searchParams.get("state")];
  if (code === null || state === null) return undefined; // a page's own "code", such as that of tracking
  const expected = world.recall(STATE);
  world.remember(STATE, null);
  const isOurs = expected !== null && state === expected;
  world.rename(withoutCode(world.here));
  return isOurs && code !== "" ? code : undefined;
}

/** The mini-program's shell puts the code there itself, and nobody else opens pages inside a mini-program. */
export function takeShellCode(world: World): string | undefined {
  const asked = new URL(world.here).searchParams;
  const code = asked.get("container") === "wechatmini" ? asked.get("code") : null;
  if (code === null) return undefined;
  world.rename(withoutCode(world.here));
  return code === "" ? undefined : code;
}
