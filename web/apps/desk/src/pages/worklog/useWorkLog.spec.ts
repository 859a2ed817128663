import { describe, expect, it } from "vitest";
import { dayOf } from "./useWorkLog.js";

describe("days of the work log", () => {
  it("are those of China, whatever the browser's zone", () => {
    const lateEvening = Date.UTC(2026, 10, 16, 17, 0); // one in the morning of the 17th in Beijing
    expect(dayOf(lateEvening)).toBe("2026-11-17");
    expect(dayOf(lateEvening, 29)).toBe("2026-10-19");
  });
});
