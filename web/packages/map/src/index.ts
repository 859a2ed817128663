// Maps. MapLibre (about 250 KB compressed) is loaded when the first map is looked at, never with a page.

import { defineAsyncComponent } from "vue";
import type { MapSettings, OpenMap } from "./base/createMap.js";

/** The place of one incident. Its module and MapLibre arrive when it is first shown. */
export const IncidentMap = defineAsyncComponent(() => import("./IncidentMap.vue"));
export type { Dot, Outline, Stop } from "./shapes.js";

/** Picks a place: a click, or Enter in the middle of the map. */
export const PlacePicker = defineAsyncComponent(() => import("./PlacePicker.vue"));

/** The work of a day: numbered stops that can be tapped, and where the reader stands. */
export const DayMap = defineAsyncComponent(() => import("./DayMap.vue"));

// Pure sums for pages: they bring no map with them.
export {
  areaM2, boxOf, cameraFor, distanceM, readShape, spokenDistance, writeShape, type LonLat, type Shape,
} from "./one/geometry.js";
export { boxOfGeometry, middleOf, type GeoBox } from "./box.js";
export { COUNTRY, useCityBox } from "./city.js";
export { tilesOf, writeBox, type Box, type Narrowed } from "./one/asking.js";
export { classesOf, classOf, ramp, type ValueClass } from "./one/classes.js";

/** A map with the base under it, for pages that draw a subject of their own. MapLibre arrives with the call. */
export const createMap = async (settings: MapSettings): Promise<OpenMap> => (await import("./base/createMap.js")).createMap(settings);
/** Wait until the server tells of an edition of the base: for the page that has just changed it. */
export const factsOfEdition = async (edition: string): Promise<void> => (await import("./base/facts.js")).factsOfEdition(edition);
export type { Palette } from "./base/colours.js";
export type { MapSettings, OpenMap } from "./base/createMap.js";
export type { Picture } from "./base/facts.js";
export type { Draw, Overlay } from "./base/overlay.js";
export { FONT, FONT_BOLD, LABELS } from "./base/style.js";
export { canDraw } from "./shapes.js";

/** Outlines that can be looked at, chosen and drawn; Terra Draw arrives when something is drawn. */
export const DrawMap = defineAsyncComponent(() => import("./draw/DrawMap.vue"));
export type { DrawingState } from "./draw/drawing.js";
export type { Drawn, Mark, Tone } from "./draw/picture.js";
export * as ground from "./draw/ground.js";
export { sharedBorder, splitFault, type LineFault } from "./draw/borders.js";
export { tokenOf } from "./one/tones.js";
export type { Drawn as MapDrawn, DrawnIndicator, DrawnLayer } from "./one/overlay.js";
export type { Hit, Seen, Spot } from "./one/opening.js";
export type { Finished, Tool } from "./one/drawing.js";

/** Every layer that is on, over the base: the one map. */
export const OneMap = defineAsyncComponent(() => import("./one/OneMap.vue"));
