// Whose draft it is must be known before a report begins; who came without a session is known at once.

import { useSession } from "@jingwei/face";
import { watch } from "vue";

/** A server that is silent for so long is not waited for: one begins as a visitor, and it is taken over later. */
const WITHIN_MS = 4_000;

export async function whoIsHere(): Promise<true> {
  const session = useSession();
  if (session.status === "unknown") {
    await new Promise<void>((resolve) => {
      const end = () => {
        stop();
        clearTimeout(timer);
        resolve();
      };
      const stop = watch(() => session.status, end);
      const timer = setTimeout(end, WITHIN_MS);
    });
  }
  return true;
}
