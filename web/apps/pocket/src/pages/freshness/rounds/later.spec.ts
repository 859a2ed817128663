import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { UNDO_MS, useLater, type Mark } from "./later.js";

describe("a tap that can be taken back", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function sending() {
    const sent: Mark[] = [];
    const later = useLater((one) => {
      sent.push(one);
      return Promise.resolve();
    });
    return { sent, later };
  }

  it("is sent after some seconds, once", async () => {
    const { sent, later } = sending();
    later.mark("confirm", ["a", "b"]);
    expect(later.deedOf("b")).toBe("confirm");
    await vi.advanceTimersByTimeAsync(UNDO_MS - 1);
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    await later.sendAll();
    expect(sent).toEqual([{ deed: "confirm", ids: ["a", "b"] }]);
    expect(later.deedOf("a")).toBeUndefined();
  });

  it("is not sent when it was taken back", async () => {
    const { sent, later } = sending();
    later.mark("absent", ["a", "b"]);
    later.mark("confirm", ["c"]);
    later.undo("a");
    expect(later.deedOf("b")).toBeUndefined();
    await vi.advanceTimersByTimeAsync(UNDO_MS * 2);
    expect(sent.map((one) => one.ids)).toEqual([["c"]]);
  });

  it("is sent at once when the page is left", async () => {
    const { sent, later } = sending();
    later.mark("confirm", ["a"]);
    later.mark("absent", ["b"]);
    await later.sendAll();
    expect(sent.map((one) => one.deed)).toEqual(["confirm", "absent"]);
    await vi.advanceTimersByTimeAsync(UNDO_MS);
    expect(sent).toHaveLength(2);
  });

  it("goes on after one that was refused", async () => {
    const sent: string[] = [];
    const later = useLater((one) => {
      sent.push(...one.ids);
      return one.deed === "absent" ? Promise.reject(new Error("refused")) : Promise.resolve();
    });
    later.mark("absent", ["a"]);
    later.mark("confirm", ["b"]);
    await later.sendAll().catch(() => undefined);
    expect(sent).toEqual(["a", "b"]);
    expect(later.waiting.value).toEqual([]);
  });
});
