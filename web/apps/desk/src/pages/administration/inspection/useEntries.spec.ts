import { label } from "@jingwei/domain";
import { expect, it } from "vitest";
import { factsOf, inLine, matterOf, thingOf } from "./useEntries.js";

it("names what it knows and shows the rest as it is written", () => {
  expect(thingOf("access.post:0190c1a2-0000-7000-8000-0000000000ab")).toEqual({ thing: "post", number: "000000ab" });
  expect(thingOf("newer.thing:0190c1a2-0000-7000-8000-0000000000ab")).toEqual({ thing: "other", number: "newer.thing 000000ab" });
  expect(thingOf("clocks.watch:joint.follow_up:0190c1a2-0000-7000-8000-0000000000ab")).toEqual({ thing: "watch", number: "000000ab" });
  expect(matterOf("incidents.incident:0190c1a2-0000-7000-8000-0000000000ab")).toBe("0190c1a2-0000-7000-8000-0000000000ab");
  expect(matterOf("incidents.batch:0190c1a2-0000-7000-8000-0000000000ab")).toBeUndefined();
});

it("says what changed in lines, the first facts before the others", () => {
  expect(inLine(["甲", null], "zh-CN")).toBe("甲、—");
  expect(inLine({ from: 1 }, "en")).toBe('{"from":1}');
  expect([inLine(false, "zh-CN"), inLine(true, "en")]).toEqual(["否", "yes"]);
  expect(inLine("0190c1a2-0000-7000-8000-0000000000ab", "en")).toBe("000000ab");
  expect(inLine("2026-11-22T02:30:00+00:00", "zh-CN")).toContain("10:30");
  expect(factsOf({ target: "access.post:1", change: {} }, "en")).toEqual([]);
});

it("names what changed in words: of a matter its steps and states, elsewhere what was done", () => {
  const change = { action: "close", state: 70, remark: "", newer_name: 4 };
  const matter = factsOf({ target: "incidents.incident:1", change }, "zh-CN");
  expect(matter).toEqual([["做了什么", "结案"], ["状态", "已结案"], ["说明", "—"], ["newer_name", "4"]]);
  expect(factsOf({ target: "tasking.share:1", change: { act: "take", state: "running", role: "desk" } }, "en")).toEqual([
    ["act", "take"], ["state", "running"], ["role", label("role", "desk", "en")],
  ]);
});
