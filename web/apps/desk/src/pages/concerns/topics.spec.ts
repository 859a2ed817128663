import { describe, expect, it } from "vitest";
import { around, inUse, isGoodCode, lastWeeks, shade, sundayOf, tree } from "./topics.js";

const topic = (code: string, is_active = true) => ({ code, name: `n${code}`, hint: "", is_active });

describe("topics", () => {
  const rows = [topic("01"), topic("0101"), topic("0102", false), topic("02", false), topic("0201"), topic("03")];

  it("stand below their classes", () => {
    expect(tree(rows).map((one) => [one.code, one.topics.map((under) => under.code)])).toEqual([
      ["01", ["0101", "0102"]],
      ["02", ["0201"]],
      ["03", []],
    ]);
  });

  it("can be noted only while they and their class are in use", () => {
    expect(inUse(rows).flatMap((one) => one.topics.map((under) => under.code))).toEqual(["0101"]);
  });

  it("get codes of two or four digits that are free", () => {
    expect(["04", "0103", "0101", "1", "012", "ab"].filter((code) => isGoodCode(code, ["0101"]))).toEqual(["04", "0103"]);
  });
});

describe("a week of the counts", () => {
  it("ends on its Sunday, over months and years", () => {
    expect([sundayOf("2026-11-16"), sundayOf("2026-12-28")]).toEqual(["2026-11-22", "2027-01-03"]);
  });
});

describe("the last weeks", () => {
  it("begin on a Monday of China's calendar", () => {
    const lateSunday = Date.UTC(2026, 10, 22, 17, 0); // one in the morning of Monday the 23rd in Beijing
    expect(lastWeeks(lateSunday, 1)).toEqual({ from_on: "2026-11-23", until_on: "2026-11-23" });
    expect(lastWeeks(Date.UTC(2026, 10, 22, 12, 0), 2)).toEqual({ from_on: "2026-11-09", until_on: "2026-11-22" });
  });

  it("are tinted by their share, nothing not at all", () => {
    expect([shade(0, 8), shade(4, 8), shade(8, 8), shade(0, 0)]).toEqual(["0%", "8%", "16%", "0%"]);
  });
});

describe("what may be about the same", () => {
  it("is of the same class and community, lately", () => {
    const concern = { class_code: "01", area_code: "430902001001001", heard_at: "2026-11-22T02:00:00+00:00" };
    expect(around(concern)).toEqual({ area_code: "430902001001", topic: ["01"], since: "2026-08-22", size: 50 });
  });
});
