// What a container's driver gives. Each question ends by itself, whatever the container does.

import type { Located, Taken, TakeOptions } from "../contracts";
import type { World } from "./world";

/** Why there is no one-time code. `leaving`: the page goes to the container's own page and comes back with one. */
export type CodeProblem = "denied" | "unavailable" | "leaving";
export type SignInCode = { code: string } | { problem: CodeProblem };

/** `undefined` means that the container could not say, and the browser is asked instead. */
export interface Driver {
  /** Make ready what later questions need, so that they can be answered within a tap. True when it is. */
  prepare: () => Promise<boolean>;
  locate: () => Promise<Located | undefined>;
  /** Present only where the container's own picture dialogue is better than the browser's. */
  readonly takePhotos?: ((options?: TakeOptions) => Promise<Taken>) | undefined;
  signInCode: (options: { mayLeave: boolean }) => Promise<SignInCode>;
}

/** How long a container may take to get ready: afterwards the page goes on as in a browser. */
export const READY_WITHIN_MS = 4000;
/** How long it may look for the phone. */
export const LOCATE_WITHIN_MS = 8000;

/** An answer in time, or what is said when there is none. */
export async function within<Answer, Late>(world: World, ms: number, answer: Promise<Answer>, late: Late): Promise<Answer | Late> {
  return Promise.race([answer, world.wait(ms).then(() => late)]);
}
