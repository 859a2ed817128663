import { describe, expect, it } from "vitest";
import type { Edited, Feature } from "../types.js";
import { applied } from "./useEditor.js";

const feature = (feature_id: string, name = "") => ({ feature_id, name }) as Feature;
const edited = (version: number, changed: Feature[], removed: string[] = []) => ({ draft: { version }, changed, removed, change: null }) as unknown as Edited;

describe("what a draft holds after a change", () => {
  const held = { version: 4, features: [feature("a", "一"), feature("b", "二")] };

  it("is put right in its place, without reading everything again", () => {
    const next = applied(held, edited(5, [feature("a", "甲"), feature("c", "三")], ["b"]));
    expect(next?.version).toBe(5);
    expect(next?.features.map((one) => one.name)).toEqual(["甲", "三"]);
  });

  it("is not guessed where somebody else's change lies between", () => {
    expect(applied(held, edited(6, [feature("a")]))).toBeUndefined();
    expect(applied(undefined, edited(5, []))).toBeUndefined();
  });
});
