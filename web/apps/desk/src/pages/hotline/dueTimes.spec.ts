import { describe, expect, it } from "vitest";
import { halfHour, tomorrowAtNine, twoHours } from "./dueTimes.js";

const LATE = new Date("2026-11-16T15:52:10Z"); // 23:52 in the city

describe("times one promises on the telephone", () => {
  it("are round", () => {
    expect(halfHour(LATE).toISOString()).toBe("2026-11-16T16:25:00.000Z");
    expect(twoHours(LATE).toISOString()).toBe("2026-11-16T17:55:00.000Z");
  });

  it("mean the city's morning, wherever the reader sits", () => {
    expect(tomorrowAtNine(LATE).toISOString()).toBe("2026-11-17T01:00:00.000Z");
    expect(tomorrowAtNine(new Date("2026-11-16T16:10:00Z")).toISOString()).toBe("2026-11-18T01:00:00.000Z");
  });
});
