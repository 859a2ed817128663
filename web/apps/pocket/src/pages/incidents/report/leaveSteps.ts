// After handing in, back must not lead into the form that was sent: the steps are taken out of the way.

import type { RouteLocationRaw, Router } from "vue-router";

const STEPS = ["report", "report-where", "report-what"];
const PATIENCE_MS = 1_000;

interface Entry {
  position?: number;
}

/** Where the first step stands in the history of this window. */
let first: number | undefined;

export function noteFirstStep(): void {
  const { position } = (window.history.state ?? {}) as Entry;
  first = position;
}

/** Go back to the first step, then put the page in its place. */
export async function leaveSteps(router: Router, to: RouteLocationRaw): Promise<void> {
  const { position } = (window.history.state ?? {}) as Entry;
  const behind = first !== undefined && position !== undefined ? position - first : 0;
  if (behind > 0 && behind < STEPS.length + 2) {
    await new Promise<void>((resolve) => {
      const stop = router.afterEach(() => {
        stop();
        resolve();
      });
      setTimeout(resolve, PATIENCE_MS);
      router.go(-behind);
    });
  }
  first = undefined;
  await router.replace(to);
}
