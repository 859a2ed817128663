// @vitest-environment node
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { channels, contrast, mix, paletteOf } from "./colours.js";
import { signOf, SIGNS } from "./icons.js";
import { idsOf, joined, keeping } from "./overlay.js";
import { baseStyle, LABELS } from "./style.js";


const css = readFileSync(fileURLToPath(new URL("../../../ui/src/tokens.css", import.meta.url)), "utf8");

/** The tokens of a theme as they stand in the one place where they are written. */
function tokens(theme: "light" | "dark"): (name: string) => string {
  const read = (block: string) => new Map([...block.matchAll(/--jw-([\w-]+):\s*([^;]+);/g)].map((one) => [one[1] ?? "", one[2] ?? ""]));
  const light = read(/:root \{([^}]*)\}/.exec(css)?.[1] ?? "");
  const dark = read(/\[data-theme="dark"\] \{([^}]*)\}/.exec(css)?.[1] ?? "");
  return (name) => (theme === "dark" ? dark.get(name) : undefined) ?? light.get(name) ?? "";
}

const FACTS = { tiles: "http://here/api/v1/base-map/1-1/{z}/{x}/{y}", min_zoom: 4, max_zoom: 15, bounds: [112, 28, 113, 29], attribution: "测绘" };

it("reads colours as they are written, and stands between two", () => {
  expect(channels("#fff")).toEqual([255, 255, 255]);
  expect(channels("rgb(1, 2, 3)")).toEqual([1, 2, 3]);
  expect(mix("#000000", "#ffffff", 0.5)).toBe("#808080");
  expect(() => channels("")).toThrow();
});

describe.each(["light", "dark"] as const)("the base in the %s theme", (theme) => {
  const paint = paletteOf(tokens(theme));

  it("has words one can read on everything they are written on", () => {
    expect(paint.isDark).toBe(theme === "dark");
    for (const under of [paint.land, paint.built, paint.green, paint.farm, paint.sand, paint.road, paint.building]) {
      expect(contrast(paint.muted, under)).toBeGreaterThanOrEqual(3.9);
      expect(contrast(paint.ink, under)).toBeGreaterThanOrEqual(4.5);
    }
    // Every label has a halo of paper.
    expect(contrast(paint.muted, paint.paper)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(paint.waterInk, paint.paper)).toBeGreaterThanOrEqual(4.5);
  });

  it("is quiet: what marks a subject stands out from all of it", () => {
    for (const under of [paint.land, paint.green, paint.water, paint.road, paint.building]) {
      for (const mark of [paint.brand, paint.overrun, paint.done]) expect(contrast(mark, under)).toBeGreaterThanOrEqual(3);
    }
  });

  it("names no address but the platform's own tiles", () => {
    const style = baseStyle({ paint, base: FACTS });
    expect(style.glyphs).toBeUndefined();
    expect(style.sprite).toBeUndefined();
    expect(JSON.stringify(style).match(/https?:\/\/[^"]+/g)).toEqual([FACTS.tiles]);
  });
});

const paint = paletteOf(tokens("light"));

it("keeps the place for labels also where there is no base", () => {
  expect(baseStyle({ paint }).layers.map((one) => one.id)).toEqual(["base-land", LABELS]);
});

it("shows heights only to those who tilt", () => {
  const shown = (isTilted: boolean) => baseStyle({ paint, base: FACTS, isTilted }).layers.find((one) => one.id === "base-building-3d")?.layout;
  expect([shown(true), shown(false)]).toEqual([{ visibility: "visible" }, { visibility: "none" }]);
});

it("puts the subject below the base's labels and its own labels on top", () => {
  const style = joined(baseStyle({ paint, base: FACTS }), {
    sources: { mine: { type: "geojson", data: { type: "FeatureCollection", features: [] } } },
    layers: [{ id: "mine", type: "fill", source: "mine" }],
    labels: [{ id: "mine-names", type: "symbol", source: "mine" }],
  });
  const order = style.layers.map((one) => one.id);
  expect(order.indexOf("mine")).toBe(order.indexOf(LABELS) - 1);
  expect(order.at(-1)).toBe("mine-names");
});

it("keeps data and what others drew when the theme changes, and drops what the subject gave up", () => {
  const data = (name: string) => ({ type: "geojson" as const, data: { type: "Feature" as const, properties: { name }, geometry: null } as never });
  const before = joined(baseStyle({ paint, base: FACTS }), { sources: { mine: data("filled"), old: data("old") }, layers: [{ id: "mine", type: "line", source: "mine" }, { id: "old", type: "line", source: "old" }] });
  const ours = idsOf(before);
  const drawn = { ...before, sources: { ...before.sources, td: data("drawn") }, layers: [...before.layers, { id: "td-line", type: "line" as const, source: "td" }] };
  const next = keeping(drawn, joined(baseStyle({ paint, base: FACTS }), { sources: { mine: data("empty") }, layers: [{ id: "mine", type: "line", source: "mine" }] }), ours);
  expect(next.sources["mine"]).toEqual(data("filled"));
  expect(next.sources["td"]).toEqual(data("drawn"));
  expect(next.sources["old"]).toBeUndefined();
  expect(next.layers.map((one) => one.id)).toContain("td-line");
  expect(next.layers.map((one) => one.id)).not.toContain("old");
});

it("draws a sign by its name and colour; one that is not known is a dot", () => {
  expect(signOf("jw|hospital|#5a6b7b")).toEqual({ path: SIGNS["hospital"], colour: "#5a6b7b" });
  expect(signOf("jw|nothing|#5a6b7b")?.path).toBe(SIGNS["dot"]);
  expect(signOf("airport-15")).toBeUndefined();
});
