import { describe, expect, it } from "vitest";
import { blocksOf, partsOf, residentsHelp } from "./words.js";

describe("the residents' help", () => {
  it("is the same in both languages, heading by heading and list by list", async () => {
    const [zh, en] = await Promise.all([residentsHelp("zh-CN"), residentsHelp("en")]);
    const shape = (blocks: typeof zh) => blocks.map((one) => (one.kind === "list" ? one.items.length : one.kind));
    expect(zh.length).toBeGreaterThan(8);
    expect(shape(en)).toEqual(shape(zh));
  });

  it("takes strong words, lists and anchors apart", () => {
    expect(partsOf("点 **这里** 再点")).toEqual([
      { words: "点 ", isStrong: false },
      { words: "这里", isStrong: true },
      { words: " 再点", isStrong: false },
    ]);
    const blocks = blocksOf("# 题\n\n## 甲 {#a}\n\n1. 一\n2. 二\n\n- 三\n\n话");
    expect(blocks.map((one) => one.kind)).toEqual(["heading", "list", "list", "paragraph"]);
    expect(blocks[0]).toMatchObject({ anchor: "a" });
  });
});
