import { describe, expect, it } from "vitest";
import { cityDay, cityMoment, duration, exactTime, relativeTime, shortTime } from "../src/index.js";

const NOW = new Date("2026-11-21T06:30:00Z"); // 14:30 in the city
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

describe("times as people say them", () => {
  it.each([
    [0, "现在", "now"],
    [-20, "20分钟前", "20 minutes ago"],
    [90, "1小时后", "in 1 hour"],
    [-60 * 24, "昨天", "yesterday"],
    [60 * 24 * 6, "6天后", "in 6 days"],
  ])("%i minutes", (minutes, zh, en) => {
    expect(relativeTime(later(minutes), "zh-CN", NOW)).toBe(zh);
    expect(relativeTime(later(minutes), "en", NOW)).toBe(en);
  });

  it("beyond a week it is the date, with the year when it is another one", () => {
    expect(relativeTime(later(-60 * 24 * 8), "zh-CN", NOW)).toBe("11月13日 14:30");
    expect(shortTime(new Date("2025-01-02T00:05:00Z"), "zh-CN", NOW)).toBe("2025年1月2日 08:05");
    expect(shortTime(new Date("2026-11-13T06:30:00Z"), "en", NOW)).toBe("13 Nov, 14:30");
  });

  it("is the city's clock, wherever the reader sits", () => {
    expect(cityMoment("2026-11-21T14:30:00")).toEqual(NOW);
    expect(cityDay(new Date("2026-11-20T17:00:00Z"))).toBe("2026-11-21");
    expect(exactTime(NOW, "zh-CN")).toContain("2026年11月21日");
    expect(exactTime(NOW, "en")).toContain("14:30");
  });

  it("midnight is 00:00, never 24:00", () => {
    expect(shortTime(new Date("2026-11-20T16:00:00Z"), "zh-CN", NOW)).toBe("11月21日 00:00");
  });

  it("a length of time has at most two units", () => {
    expect(duration(((2 * 24 + 3) * 60 + 5) * 60_000, "zh-CN")).toBe("2 天 3 小时");
    expect(duration(-65 * 60_000, "en")).toBe("1 h 5 min");
    expect(duration(20_000, "zh-CN")).toBe("不到 1 分钟");
  });
});
