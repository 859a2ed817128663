import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { effectScope, nextTick, ref } from "vue";
import { PACE_MS, useTimeline, type TimelineState } from "./useTimeline.js";

function setUp(moment: string | null = null) {
  const state = ref<TimelineState>({ period: { since: "2026-11-01", until: "2026-11-04" }, moment });
  const isDrawn = ref(true);
  const scope = effectScope();
  const go = (to: string | null) => (state.value = { period: state.value.period && { ...state.value.period }, moment: to });
  const line = scope.run(() => useTimeline(state, go, () => isDrawn.value))!;
  return { state, isDrawn, line, scope };
}

describe("the time slider", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it("is played from the beginning to the end, and stops there", async () => {
    const { state, line } = setUp();
    line.play();
    expect(state.value.moment).toBe("2026-11-01");
    await nextTick();
    vi.advanceTimersByTime(PACE_MS);
    await nextTick();
    expect(state.value.moment).toBe("2026-11-02");
    vi.advanceTimersByTime(PACE_MS * 3);
    expect(state.value.moment).toBe("2026-11-04");
    expect(line.isPlaying.value).toBe(false);
  });

  it("goes on from where it stands", () => {
    const { state, line } = setUp("2026-11-02");
    line.play();
    vi.advanceTimersByTime(PACE_MS);
    expect(state.value.moment).toBe("2026-11-03");
  });

  it("waits for a map that has not drawn the step yet", () => {
    const { state, isDrawn, line } = setUp("2026-11-01");
    line.play();
    isDrawn.value = false;
    vi.advanceTimersByTime(PACE_MS * 5);
    expect(state.value.moment).toBe("2026-11-01");
    isDrawn.value = true;
    vi.advanceTimersByTime(PACE_MS);
    expect(state.value.moment).toBe("2026-11-02");
  });

  it("is stopped by a step, by other days and by leaving", async () => {
    const { state, line, scope } = setUp("2026-11-02");
    line.play();
    line.step(1);
    expect([state.value.moment, line.isPlaying.value]).toEqual(["2026-11-03", false]);
    line.play();
    state.value = { ...state.value, period: { since: "2026-10-01", until: "2026-10-31" } };
    await nextTick();
    expect(line.isPlaying.value).toBe(false);
    line.play();
    scope.stop();
    vi.advanceTimersByTime(PACE_MS * 3);
    expect(state.value.moment).toBe("2026-10-01");
  });

  it("does not run over either end", () => {
    const { state, line } = setUp("2026-11-04");
    line.step(1);
    expect(state.value.moment).toBe("2026-11-04");
    const before = setUp();
    before.line.step(-1);
    expect(before.state.value.moment).toBe("2026-11-04");
  });
});
