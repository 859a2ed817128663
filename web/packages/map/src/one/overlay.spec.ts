// @vitest-environment node
import { validateStyleMin } from "@maplibre/maplibre-gl-style-spec";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { contrast, paletteOf, type Palette } from "../base/colours.js";
import { askedLayers, overlayOf, type Drawn, type DrawnLayer } from "./overlay.js";
import { toneOf, tokenOf } from "./tones.js";

const css = readFileSync(fileURLToPath(new URL("../../../ui/src/tokens.css", import.meta.url)), "utf8");

/** The colours of a theme as they stand in the one place where they are written. */
function theme(name: "light" | "dark"): Palette {
  const read = (block: string) => new Map([...block.matchAll(/--jw-([\w-]+):\s*([^;]+);/g)].map((one) => [one[1] ?? "", one[2] ?? ""]));
  const light = read(/:root \{([^}]*)\}/.exec(css)?.[1] ?? "");
  const dark = read(/\[data-theme="dark"\] \{([^}]*)\}/.exec(css)?.[1] ?? "");
  return paletteOf((token) => (name === "dark" ? dark.get(token) : undefined) ?? light.get(token) ?? "");
}

const layer = (changes: Partial<DrawnLayer> = {}): DrawnLayer => ({
  key: "incidents", geometry: "point", tiles: "https://host/{z}/{x}/{y}", isHeat: false, hasClock: true, minZoom: 0,
  legend: [{ kind: "reported", tone: "waiting", mark: "circle" }, { kind: "closed", tone: "done", mark: "square" }], ...changes,
});
const grids = layer({ key: "grids", geometry: "polygon", hasClock: false, legend: [{ kind: "urban", tone: "series-1", mark: "square" }] });
const drawn = (changes: Partial<Drawn> = {}): Drawn => ({
  layers: [layer(), grids], indicator: null, chosen: null, locale: "zh", nowSeconds: 1_700_000_000, ...changes,
});
const indicator = { layer: "areas", tiles: "https://host/{z}/{x}/{y}", values: { "430902001": 4, "430902002": null }, classes: [{ from: 1, to: 9, colour: "#123456", count: 1 }] };

describe("what the one map draws", () => {
  const ways: [string, Drawn][] = [
    ["marks and ground", drawn()],
    ["heat", drawn({ layers: [layer({ isHeat: true })] })],
    ["an indicator", drawn({ indicator })],
    ["an indicator nobody has a value for", drawn({ indicator: { ...indicator, values: {}, classes: [] } })],
    ["something chosen", drawn({ chosen: { layer: "grids", id: "430902001001001" } })],
    ["layers without a legend, and lines", drawn({ layers: [layer({ legend: [] }), layer({ key: "roads", geometry: "line", legend: [] }), { ...grids, legend: [] }], locale: "en" })],
    ["nothing", drawn({ layers: [] })],
  ];
  it.each(ways)("is a style that MapLibre can read: %s", (_, given) => {
    for (const name of ["light", "dark"] as const) {
      const { sources, layers, labels = [] } = overlayOf(theme(name), given);
      const glyphs = "https://host/{fontstack}/{range}";
      const faults = validateStyleMin({ version: 8, glyphs, sources, layers: [...layers, ...labels] });
      expect(faults.map((one) => one.message)).toEqual([]);
    }
  });

  it("lies with its ground under its marks, and only marks are asked by a click before the ground", () => {
    const { layers, labels = [] } = overlayOf(theme("light"), drawn());
    expect(layers.map((one) => one.id)).toEqual(["one-grids-fill", "one-grids-line"]);
    expect(labels.map((one) => one.id)).toContain("one-incidents-marks");
    expect(askedLayers(drawn())).toEqual({ single: ["one-incidents-marks"], cluster: ["one-incidents-clusters", "one-incidents-alone"], ground: ["one-grids-fill"] });
    expect(askedLayers(drawn({ layers: [layer({ isHeat: true })] })).single).toEqual([]);
  });

  it("shows every kind of the legend in its colour and with its sign", () => {
    const written = JSON.stringify(overlayOf(theme("light"), drawn()));
    expect(written).toContain("jw|square|#1e7f4f");
    expect(written).toContain("jw|alarm|#c2272d");
    expect(JSON.stringify(overlayOf(theme("light"), drawn({ layers: [layer({ hasClock: false })] })))).not.toContain("alarm");
  });
});

it("gives every tone a colour that stands out from the paper, by day and by night", () => {
  for (const name of ["light", "dark"] as const) {
    const paint = theme(name);
    for (const tone of ["done", "running", "overrun", "warning", "waiting", "orange", "progress", "nobody-knows"]) {
      expect(contrast(toneOf(paint, tone), paint.paper)).toBeGreaterThan(2.9);
    }
    expect(toneOf(paint, "series-3")).toBe("#009e73");
  }
  expect([tokenOf("series-3"), tokenOf("risk"), tokenOf("?")]).toEqual(["var(--jw-series-3)", "var(--jw-overrun)", "var(--jw-muted)"]);
});
