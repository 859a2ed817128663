import { describe, expect, it } from "vitest";
import { blocksOf, FILES, partsOf, sectionsOf, sourceOf } from "./words.js";
import { pageRoutes } from "@/shell/places.js";

describe("the help's words", () => {
  it("are taken apart into strong words, keys and links", () => {
    expect(partsOf("按 `j` 看 **下一件**，回[收件箱](page:inbox)。").map((one) => one.kind)).toEqual(["text", "key", "text", "strong", "text", "link", "text"]);
  });

  it("keep lists and paragraphs together", () => {
    const blocks = blocksOf("# 题\n\n一段\n接着\n\n1. 甲\n2. 乙\n\n- 丙");
    expect(blocks.map((one) => one.kind)).toEqual(["heading", "paragraph", "list", "list"]);
  });
});

describe("what docs/help holds", () => {
  it("is there for every role in both languages, with the same headings and lists", async () => {
    for (const file of FILES) {
      const [zh, en] = await Promise.all([sourceOf(file, "zh-CN"), sourceOf(file, "en")]);
      const shape = (source: string) => blocksOf(source).map((one) => (one.kind === "list" ? one.items.length : one.kind));
      expect(zh.length, file).toBeGreaterThan(200);
      expect(shape(en), file).toEqual(shape(zh));
    }
  });

  it("has a topic in both languages for every page of the navigation", async () => {
    const [zh, en] = await Promise.all([sourceOf("pages", "zh-CN"), sourceOf("pages", "en")]);
    const anchors = sectionsOf(zh).map((one) => one.anchor);
    expect(sectionsOf(en).map((one) => one.anchor)).toEqual(anchors);
    const places = pageRoutes.filter((route) => route.meta?.nav).map((route) => String(route.name));
    expect(places.filter((name) => !anchors.includes(name))).toEqual([]);
  });

  it("links only to pages that exist", async () => {
    const names = new Set(pageRoutes.map((route) => String(route.name)));
    for (const file of [...FILES, "pages"] as const) {
      const linked = [...(await sourceOf(file, "zh-CN")).matchAll(/\(page:([\w-]+)\)/g)].map((found) => found[1] ?? "");
      expect(linked.filter((name) => !names.has(name)), file).toEqual([]);
    }
  });
});
