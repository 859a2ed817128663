import { describe, expect, it } from "vitest";
import { differences, flat, freeKey, gapsOf, grouped, moved, newField, ofKind, stepped } from "./drafting.js";

const field = (key: string, over = {}) => ({ ...newField(key), label_zh: key, label_en: key, section_zh: "甲", section_en: "A", ...over });
const FIELDS = [field("a"), field("b"), field("c", { section_zh: "乙", section_en: "B" }), field("d", { section_zh: "乙", section_en: "B" })];
const order = (groups: ReturnType<typeof grouped>) => groups.map((group) => `${group.zh}:${group.fields.map((one) => one.key).join("")}`).join(" ");

describe("the fields of a draft", () => {
  it("stand in their sections, and come back as one list", () => {
    expect(order(grouped(FIELDS))).toBe("甲:ab 乙:cd");
    expect(flat(grouped(FIELDS))).toEqual(FIELDS);
    expect(grouped([]).length).toBe(1);
  });
  it("are moved within a section, into another, and never lost", () => {
    const groups = grouped(FIELDS);
    expect(order(moved(groups, "a", 0, 2))).toBe("甲:ba 乙:cd");
    expect(order(moved(groups, "d", 0, 1))).toBe("甲:adb 乙:c");
    expect(flat(moved(groups, "d", 0, 1))[1]).toMatchObject({ key: "d", section_zh: "甲", section_en: "A" });
    expect(order(moved(groups, "x", 0, 1))).toBe("甲:ab 乙:cd");
  });
  it("go step by step, over the border of a section", () => {
    const groups = grouped(FIELDS);
    expect(order(stepped(groups, "a", -1))).toBe("甲:ab 乙:cd");
    expect(order(stepped(groups, "b", -1))).toBe("甲:ba 乙:cd");
    expect(order(stepped(groups, "b", 1))).toBe("甲:a 乙:bcd");
    expect(order(stepped(groups, "c", -1))).toBe("甲:abc 乙:d");
    expect(order(stepped(groups, "d", 1))).toBe("甲:ab 乙:cd");
  });
  it("take along what fits their kind", () => {
    expect(flat([{ id: 1, zh: "", en: "", fields: [field("a", { kind: "text", least: 3, code_table: "x", unit_zh: "米", purpose: "旧" })] }])[0]).toMatchObject({ least: null, code_table: "", unit_zh: "", purpose: "" });
    expect(ofKind(field("a"), "phone")).toMatchObject({ is_personal: true, keeping: "indexed", seen_by: "need" });
    expect(ofKind(field("a", { keeping: "sealed" }), "whole").keeping).toBe("plain");
  });
  it("get keys that no other has", () => expect(freeKey(["field_1", "field_3"])).toBe("field_2"));
});

describe("what is missing", () => {
  it("is asked at its place", () => {
    expect(gapsOf(field("a"), FIELDS)).toEqual([]);
    expect(gapsOf(newField("Bad"), [])).toEqual(["key", "labelZh", "labelEn"]);
    expect(gapsOf(field("a", { label_en: "名称" }), [])).toEqual(["englishOnly"]);
    expect(gapsOf(field("a"), [...FIELDS, field("a")])).toEqual(["taken", "sameLabel"]);
    expect(gapsOf(field("a", { kind: "choice" }), [])).toEqual(["codes"]);
    expect(gapsOf(field("a", { kind: "whole", least: 3, most: 2 }), [])).toEqual(["bounds"]);
    expect(gapsOf(field("a", { is_personal: true, retention_days: 0 }), [])).toEqual(["purpose", "basis", "retention"]);
    expect(gapsOf(field("a", { kind: "identity" }), [])).toEqual(["openPersonal", "openIdentity"]);
  });
});

describe("a version against the one before", () => {
  it("says what came, what went, what changed and what moved", () => {
    const after = [FIELDS[3]!, FIELDS[0]!, { ...FIELDS[2]!, is_required: true }, field("e")];
    expect(differences(FIELDS, after).map((one) => `${one.how}:${one.field.key}:${one.parts.join()}`)).toEqual([
      "removed:b:", "moved:d:", "changed:c:is_required", "added:e:",
    ]);
    expect(differences(FIELDS, FIELDS)).toEqual([]);
  });
});
