// Terra Draw on our map: a polygon, a line, or the corners of what is there, snapping to neighbours; undo and redo.

import type { LineString, Polygon } from "geojson";
import type { Map as MapLibreMap } from "maplibre-gl";
import {
  TerraDraw, TerraDrawLineStringMode, TerraDrawModeUndoRedo, TerraDrawPolygonMode, TerraDrawRenderMode, TerraDrawSelectMode,
} from "terra-draw";
import { TerraDrawMapLibreGLAdapter } from "terra-draw-maplibre-gl-adapter";
import type { At, Shape } from "./ground.js";
import { History } from "./history.js";
import { cornersOf, featureOf, NOTHING, partsOf, shapeOf, type Parts } from "./shaping.js";
import { groundOf, type Snapper } from "./snapping.js";

/** How far a finger or a mouse may miss a corner. */
const REACH_PX = 12;
// Never typed by anybody: the keys are the page's, so that Enter in a field does not end a drawing.
const FINISH = "jw-finish";
const CANCEL = "jw-cancel";

export interface DrawingState {
  /** What is drawn so far, once it is a shape. */
  shape: Shape | LineString | undefined;
  /** Corners set, while the shape is not finished. */
  corners: number;
  isDrawing: boolean;
  canUndo: boolean;
  canRedo: boolean;
}

export interface DrawingColours {
  line: string;
  fill: string;
  corner: string;
  snap: string;
}

export interface Drawing {
  /** Draw something new. */
  draw(kind: "polygon" | "line"): void;
  /** Shape what is there. */
  shape(from: Shape | LineString): void;
  /** Put another shape in the place of this one, as a step of its own. */
  put(shape: Shape | LineString): void;
  /** A corner in the middle of the map, for the keyboard. */
  corner(): void;
  finish(): void;
  undo(): void;
  redo(): void;
  /** Leave everything. */
  clear(): void;
  stop(): void;
}

type Hex = `#${string}`;

export function startDrawing(
  map: MapLibreMap,
  colours: DrawingColours,
  snapper: () => Snapper | undefined,
  told: (state: DrawingState) => void,
): Drawing {
  const toCustom = (event: { lng: number; lat: number }) => {
    const caught = snapper()?.snap([event.lng, event.lat], groundOf(REACH_PX, map.getZoom(), event.lat));
    return caught && [Number(caught.place[0].toFixed(9)), Number(caught.place[1].toFixed(9))];
  };
  const hex = (colour: string) => colour as Hex;
  const shared = {
    snappingPointColor: hex(colours.snap), snappingPointWidth: 6,
    closingPointColor: hex(colours.corner), closingPointOutlineColor: hex(colours.line), closingPointWidth: 6,
  };
  const keyEvents = { finish: FINISH, cancel: CANCEL };
  const coordinates = { midpoints: true, draggable: true, deletable: true, snappable: { toCustom } } as const;
  const steps = new TerraDrawModeUndoRedo();
  const draw = new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map }),
    undoRedo: { modeLevel: steps },
    modes: [
      new TerraDrawRenderMode({ modeName: "rest", styles: {} }),
      new TerraDrawPolygonMode({
        keyEvents, snapping: { toCustom }, pointerDistance: REACH_PX, showCoordinatePoints: true,
        styles: {
          ...shared, fillColor: hex(colours.fill), fillOpacity: 0.2, outlineColor: hex(colours.line), outlineWidth: 2,
          coordinatePointColor: hex(colours.corner), coordinatePointOutlineColor: hex(colours.line), coordinatePointWidth: 4,
        },
      }),
      new TerraDrawLineStringMode({
        keyEvents, snapping: { toCustom }, pointerDistance: REACH_PX, showCoordinatePoints: true,
        styles: {
          ...shared, lineStringColor: hex(colours.line), lineStringWidth: 3,
          coordinatePointColor: hex(colours.corner), coordinatePointOutlineColor: hex(colours.line), coordinatePointWidth: 4,
        },
      }),
      new TerraDrawSelectMode({
        keyEvents: null, allowManualDeselection: false, pointerDistance: REACH_PX,
        flags: { polygon: { feature: { selfIntersectable: false, coordinates } }, linestring: { feature: { coordinates } } },
        styles: {
          selectedPolygonColor: hex(colours.fill), selectedPolygonFillOpacity: 0.2,
          selectedPolygonOutlineColor: hex(colours.line), selectedPolygonOutlineWidth: 2,
          selectedLineStringColor: hex(colours.line), selectedLineStringWidth: 3,
          selectionPointColor: hex(colours.corner), selectionPointOutlineColor: hex(colours.line), selectionPointOutlineWidth: 2,
          selectionPointWidth: 6, midPointColor: hex(colours.line), midPointOutlineColor: hex(colours.corner), midPointWidth: 4,
        },
      }),
    ],
  });
  draw.start();
  draw.setMode("rest");

  let history = new History<Parts>(NOTHING);
  let isDrawing = false;
  let kind: Parts["kind"] = "polygon";

  const mine = () =>
    draw.getSnapshot().filter((one) => (one.geometry.type === "Polygon" && one.properties["mode"] === "polygon") || (one.geometry.type === "LineString" && one.properties["mode"] === "linestring"));

  function tell(): void {
    told({
      shape: isDrawing ? undefined : shapeOf(history.now),
      // Each corner set is a step that can be taken back; the shape itself also has the one that follows the pointer.
      corners: isDrawing ? steps.undoSize() : 0,
      isDrawing,
      canUndo: isDrawing ? draw.canUndo() : history.canUndo,
      canRedo: isDrawing ? draw.canRedo() : history.canRedo,
    });
  }

  function rest(): void {
    if (draw.getMode() !== "rest") draw.setMode("rest");
    draw.clear();
  }

  /** Show the present parts with corners that can be dragged. */
  function show(): void {
    rest();
    const added = draw.addFeatures(history.now.lines.map((_, index) => featureOf(history.now, index)));
    const first = added.find((one) => one.valid)?.id;
    if (first !== undefined) draw.selectFeature(first);
    tell();
  }

  function read(): Parts {
    const lines: At[][] = [];
    for (const one of mine()) {
      const part = Number(one.properties["part"] ?? 0);
      lines[part] = cornersOf(one.geometry as Polygon | LineString);
    }
    return { kind, lines: lines.filter(Boolean), holes: history.now.holes };
  }

  draw.on("finish", (_id, context) => {
    if (context.action === "draw") {
      const drawn = read();
      isDrawing = false;
      history = new History<Parts>({ ...drawn, holes: [] });
      // Terra Draw is still in the midst of ending its own drawing.
      queueMicrotask(show);
    } else {
      history.put(read());
      tell();
    }
  });
  const toldWhileDrawing = () => {
    if (isDrawing) tell();
  };
  draw.on("change", toldWhileDrawing);
  draw.on("history", toldWhileDrawing);

  const canvas = map.getCanvas();
  function press(key: string): void {
    canvas.dispatchEvent(new KeyboardEvent("keyup", { key }));
  }
  function point(name: string, button: number): void {
    const box = canvas.getBoundingClientRect();
    const [clientX, clientY] = [box.left + box.width / 2, box.top + box.height / 2];
    canvas.dispatchEvent(
      new PointerEvent(name, { bubbles: true, cancelable: true, isPrimary: true, pointerId: 1, pointerType: "mouse", button, clientX, clientY }),
    );
  }

  return {
    draw(what) {
      rest();
      kind = what;
      history = new History<Parts>(NOTHING);
      isDrawing = true;
      draw.setMode(what === "polygon" ? "polygon" : "linestring");
      tell();
    },
    shape(from) {
      isDrawing = false;
      history = new History(partsOf(from));
      kind = history.now.kind;
      show();
    },
    put(shape) {
      isDrawing = false;
      history.put(partsOf(shape));
      kind = history.now.kind;
      show();
    },
    corner() {
      if (!isDrawing) return;
      point("pointermove", -1);
      point("pointerdown", 0);
      point("pointerup", 0);
      tell();
    },
    finish() {
      if (isDrawing) press(FINISH);
    },
    undo() {
      if (isDrawing) draw.undo();
      else if (history.canUndo) {
        history.undo();
        return show();
      }
      tell();
    },
    redo() {
      if (isDrawing) draw.redo();
      else if (history.canRedo) {
        history.redo();
        return show();
      }
      tell();
    },
    clear() {
      if (isDrawing) press(CANCEL);
      isDrawing = false;
      history = new History<Parts>(NOTHING);
      rest();
      tell();
    },
    stop() {
      draw.stop();
    },
  };
}
