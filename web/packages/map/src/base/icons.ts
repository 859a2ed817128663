// The map's own signs, drawn on demand in the colour their name asks for: "jw|hospital|#5a6b7b". They are strokes and
// shapes on a grid of 16, so that they are sharp at every pixel ratio; nothing is fetched.

import type { Map as MapLibreMap } from "maplibre-gl";

const SIZE = 18;
const GRID = 16;

/** Each a path that is filled; a hole is cut by drawing it the other way round (even–odd). */
export const SIGNS: Readonly<Record<string, string>> = {
  dot: "M8 5a3 3 0 1 0 0 6a3 3 0 1 0 0-6Z",
  pin: "M8 1a5 5 0 0 0-5 5c0 3.6 5 9 5 9s5-5.4 5-9a5 5 0 0 0-5-5Zm0 3.2a1.8 1.8 0 1 1 0 3.6a1.8 1.8 0 1 1 0-3.6Z",
  ring: "M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12Zm0 2.2a3.8 3.8 0 1 1 0 7.6a3.8 3.8 0 1 1 0-7.6Z",
  circle: "M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11Z",
  alarm: "M8 1a7 7 0 1 0 0 14a7 7 0 1 0 0-14ZM6.9 4H9.1V9H6.9ZM6.9 10.2H9.1V12.2H6.9Z",
  triangle: "M8 2L15 14H1Z",
  square: "M3 3H13V13H3Z",
  diamond: "M8 1.5L14.5 8L8 14.5L1.5 8Z",
  hospital: "M6.4 2H9.6V6.4H14V9.6H9.6V14H6.4V9.6H2V6.4H6.4Z",
  school: "M8 2L15 5.5L8 9L1 5.5ZM4 8.2L8 10.2L12 8.2V11.4L8 13.4L4 11.4Z",
  police: "M8 1.5L13.5 3.5V8c0 3.3-2.3 5.4-5.5 6.5C4.8 13.4 2.5 11.3 2.5 8V3.5Z",
  fire: "M8.6 1.5c.4 2.4 3.9 4 3.9 7.6A4.5 4.5 0 0 1 8 14.3a4.5 4.5 0 0 1-4.5-5.2c.2-1.4 1-2.5 1.9-3.3c.2 1 .7 1.6 1.2 1.9C6.5 5.4 7.2 3 8.6 1.5Z",
  government: "M8 1.5L14.5 5V6.3H1.5V5ZM2.5 7.3H4.5V12H2.5ZM7 7.3H9V12H7ZM11.5 7.3H13.5V12H11.5ZM1.5 12.8H14.5V14.3H1.5Z",
  station: "M4 1.5H12A1.5 1.5 0 0 1 13.5 3V10.5A1.5 1.5 0 0 1 12 12L13.5 14.5H11.5L10.5 12.5H5.5L4.5 14.5H2.5L4 12A1.5 1.5 0 0 1 2.5 10.5V3A1.5 1.5 0 0 1 4 1.5ZM4.2 3.5V7.5H11.8V3.5Z",
  bus: "M4 2H12A1.5 1.5 0 0 1 13.5 3.5V12H12.2V13.8H10.5V12H5.5V13.8H3.8V12H2.5V3.5A1.5 1.5 0 0 1 4 2ZM4.2 4V8H11.8V4Z",
  park: "M8 1.5L12 7H10.2L13 11H8.8V14.5H7.2V11H3L5.8 7H4Z",
  market: "M2.5 2.5H13.5L14.5 6.5H13.5V13.5H2.5V6.5H1.5ZM4.5 8V11.5H8V8Z",
  culture: "M3 2.5H7.3V13.5H3ZM8.7 2.5H13V13.5H8.7Z",
  worship: "M8 2.5L13.5 7V13.5H9.5V10H6.5V13.5H2.5V7Z",
  parking: "M4 2H9A4 4 0 0 1 9 10H6.5V14H4ZM6.5 4.2V7.8H8.8A1.8 1.8 0 0 0 8.8 4.2Z",
  toilet: "M5 2.5a1.6 1.6 0 1 0 .01 0ZM3.5 6.5H6.5V13.5H3.5ZM11 2.5a1.6 1.6 0 1 0 .01 0ZM9.5 6.5H12.5V13.5H9.5Z",
  water: "M8 1.5C10.5 5 12.5 7.5 12.5 10A4.5 4.5 0 0 1 3.5 10C3.5 7.5 5.5 5 8 1.5Z",
};

const NAME = /^jw\|([a-z-]+)\|(#[\da-f]{6})$/i;

/** What a name asks for; nothing where it is none of ours. An unknown sign is a dot. */
export function signOf(name: string): { path: string; colour: string } | undefined {
  const asked = NAME.exec(name);
  if (!asked) return undefined;
  return { path: SIGNS[asked[1] ?? ""] ?? SIGNS["dot"] ?? "", colour: asked[2] ?? "" };
}

/** From now on the map draws our signs when a layer asks for one. `halo`: the colour that sets them off the ground. */
export function drawSigns(map: MapLibreMap, halo: () => string): void {
  map.setMissingStyleImageResolver((id) => {
    const sign = signOf(id);
    if (!sign || map.hasImage(id)) return;
    const ratio = Math.max(1, Math.ceil(window.devicePixelRatio));
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = SIZE * ratio;
    const pen = canvas.getContext("2d");
    if (!pen) return;
    const scale = (SIZE * ratio) / (GRID + 2);
    pen.setTransform(scale, 0, 0, scale, scale, scale);
    const path = new Path2D(sign.path);
    pen.lineWidth = 2;
    pen.lineJoin = "round";
    pen.strokeStyle = halo();
    pen.stroke(path);
    pen.fillStyle = sign.colour;
    pen.fill(path, "evenodd");
    map.addImage(id, pen.getImageData(0, 0, canvas.width, canvas.height), { pixelRatio: ratio });
  });
}
