import { describe, expect, it } from "vitest";
import { canBeNoted, found, lately } from "./choosing.js";

const topic = (code: string, name: string, is_active = true) => ({ code, name, hint: name === "噪声" ? "施工、广场" : "", is_active });

describe("topics to tap", () => {
  const rows = [topic("01", "环境卫生"), topic("0101", "垃圾清运"), topic("0105", "噪声"), topic("0106", "旧的", false), topic("02", "道路", false), topic("0201", "停车难")];
  const topics = canBeNoted(rows);

  it("are in use, as their class is", () => {
    expect(topics.map((one) => one.code)).toEqual(["0101", "0105"]);
  });

  it("are found by name, class and what belongs to them", () => {
    expect(["", "垃圾", "环境", "广场", "停车"].map((words) => found(topics, words).length)).toEqual([2, 1, 2, 1, 0]);
  });
});

describe("lately", () => {
  it("is fourteen days of China's calendar, today among them", () => {
    expect(lately(Date.UTC(2026, 10, 22, 17, 0))).toBe("2026-11-10");
  });
});
