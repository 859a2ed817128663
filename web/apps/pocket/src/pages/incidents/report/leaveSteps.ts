// After handing in, back must not lead into the form that was sent: the steps are taken out of the way.

import type { RouteLocationRaw, Router } from "vue-router";

const STEPS = ["report", "report-where", "report-what"];
const PATIENCE_MS = 1_000;

interface Entry {
  position?: number;
}

/** Where the first step stands in the history of this window; through a reload too. */
const PLACE = "jingwei.report-begins";

export function noteFirstStep(): void {
  const { position } = (window.history.state ?? {}) as Entry;
  note(position);
}

function note(position: number | undefined): void {
  try {
    if (position === undefined) sessionStorage.removeItem(PLACE);
    else sessionStorage.setItem(PLACE, String(position));
  } catch {
    // Then back leads to an empty form once.
  }
}

function noted(): number | undefined {
  try {
    const kept = sessionStorage.getItem(PLACE);
    return kept === null ? undefined : Number(kept);
  } catch {
    return undefined;
  }
}

/** Go back to the first step, then put the page in its place. */
export async function leaveSteps(router: Router, to: RouteLocationRaw): Promise<void> {
  const { position } = (window.history.state ?? {}) as Entry;
  const first = noted();
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
  note(undefined);
  await router.replace(to);
}
