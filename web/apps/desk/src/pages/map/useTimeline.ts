// Playing the time slider: a step at a time, never faster than the map can follow.

import { computed, onScopeDispose, ref, watch, type Ref } from "vue";
import { stepAt, stepsOf, type Period } from "./timeline.js";

/** How long a step is looked at before the next. */
export const PACE_MS = 900;
/** How often it is asked whether the map has drawn the step. */
const LOOK_MS = 100;

export interface TimelineState {
  period: Period | null;
  moment: string | null;
}

export function useTimeline(state: Readonly<Ref<TimelineState>>, go: (moment: string | null) => void, isDrawn: () => boolean) {
  const steps = computed(() => (state.value.period ? stepsOf(state.value.period) : []));
  const at = computed(() => stepAt(steps.value, state.value.moment));
  const isPlaying = ref(false);
  let timer: ReturnType<typeof setTimeout> | undefined;

  function stop(): void {
    clearTimeout(timer);
    isPlaying.value = false;
  }
  function goTo(index: number): void {
    const step = steps.value[Math.max(0, Math.min(steps.value.length - 1, index))];
    if (step) go(step.since);
  }
  function advance(): void {
    if (!isDrawn()) {
      timer = setTimeout(advance, LOOK_MS);
      return;
    }
    if (at.value >= steps.value.length - 1) {
      stop();
      return;
    }
    goTo(at.value + 1);
    timer = setTimeout(advance, PACE_MS);
  }
  /** From where it stands; from the beginning where it stands at the end or at the whole period. */
  function play(): void {
    if (!steps.value.length || isPlaying.value) return;
    isPlaying.value = true;
    if (at.value < 0 || at.value >= steps.value.length - 1) goTo(0);
    timer = setTimeout(advance, PACE_MS);
  }
  function step(by: number): void {
    stop();
    goTo(at.value < 0 ? (by > 0 ? 0 : steps.value.length - 1) : at.value + by);
  }

  // The same days may come as another object with every step.
  watch(() => state.value.period && `${state.value.period.since} ${state.value.period.until}`, stop);
  onScopeDispose(stop);
  return { steps, at, isPlaying, play, stop, step, goTo, toggle: () => (isPlaying.value ? stop() : play()) };
}
