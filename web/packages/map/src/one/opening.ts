// The one map as an object: what is on is drawn, what is clicked or drawn by hand is told. Vue stands around it.

import type { GeoJSONSource, Map as MapLibreMap, MapGeoJSONFeature, MapMouseEvent, PointLike, VectorTileSource } from "maplibre-gl";
import { createMap, type OpenMap } from "../base/createMap.js";
import type { Overlay } from "../base/overlay.js";
import type { Palette } from "../base/colours.js";
import { begin, finish, isFinishedBy, move, preview, set, takeBack, type Drawing, type Finished, type Tool } from "./drawing.js";
import { drawnShape, type LonLat, type Shape } from "./geometry.js";
import { askedLayers, INDICATOR, overlayOf, sourceOf, type Drawn } from "./overlay.js";

export interface Seen {
  lon: number;
  lat: number;
  zoom: number;
  box: [west: number, south: number, east: number, north: number];
}

/** Something that lies where one clicked. */
export interface Hit {
  layer: string;
  id: string;
  title: string;
}

export interface Spot {
  lon: number;
  lat: number;
  title: string;
}

export interface Ears {
  seen: (seen: Seen) => void;
  hit: (hits: Hit[]) => void;
  pointed: (title: string | null, x: number, y: number) => void;
  drew: (finished: Finished) => void;
  drawing: (corners: number | null) => void;
  unread: (status: number | undefined) => void;
  settled: () => void;
}

export interface Settings {
  container: HTMLElement;
  centre: [number, number];
  zoom: number;
  attribution: string;
  canTilt: boolean;
  drawn: () => Drawn;
  ears: Ears;
}

const NONE = { type: "FeatureCollection" as const, features: [] };
const REACH = 7; // pixels around a finger or a pointer
const MOST_HITS = 40;
const HAND = "one-hand";
const SPOTS = "one-spots";

export class OneMapStage {
  private constructor(
    private readonly open: OpenMap,
    private readonly settings: Settings,
  ) {
    this.listen();
  }

  private drawing: Drawing | null = null;
  private shape: Shape | null = null;
  private spots: readonly Spot[] = [];

  static async on(settings: Settings): Promise<OneMapStage> {
    const own: { stage?: OneMapStage } = {};
    const open = await createMap({
      container: settings.container, centre: settings.centre, zoom: settings.zoom, attribution: settings.attribution,
      canTilt: settings.canTilt, hasBackgrounds: true,
      overlay: (paint) => withHand(paint, overlayOf(paint, settings.drawn())),
      filled: () => own.stage?.fill(),
    });
    own.stage = new OneMapStage(open, settings);
    return own.stage;
  }

  get map(): MapLibreMap {
    return this.open.map;
  }
  get backgrounds(): OpenMap["backgrounds"] {
    return this.open.backgrounds;
  }
  setBackground(key: string | null): void {
    this.open.setBackground(key);
  }
  setTilted(isTilted: boolean): void {
    if (this.open.isTilted() !== isTilted) this.open.setTilted(isTilted);
  }
  isTilted(): boolean {
    return this.open.isTilted();
  }
  remove(): void {
    this.open.remove();
  }

  /** Other layers, other filters: sources keep what they show until the new tiles have come. */
  redraw(): void {
    const drawn = this.settings.drawn();
    const addresses = new Map(drawn.layers.map((one) => [sourceOf(one.key), one.tiles]));
    if (drawn.indicator) addresses.set(INDICATOR, drawn.indicator.tiles);
    for (const [id, address] of addresses) {
      const source = this.map.getSource(id) as VectorTileSource | undefined;
      if (source && source.tiles?.[0] !== address) source.setTiles([address]);
    }
    this.open.refresh();
    this.fill();
  }

  /** Asks for the tiles of what is on once more: something has changed behind them. */
  readAgain(): void {
    for (const one of this.settings.drawn().layers) if (this.map.getSource(sourceOf(one.key))) this.map.refreshTiles(sourceOf(one.key));
  }

  isIdle(): boolean {
    return this.map.areTilesLoaded() && !this.map.isMoving();
  }

  seen(): Seen {
    const [centre, bounds] = [this.map.getCenter(), this.map.getBounds()];
    return {
      lon: centre.lng, lat: centre.lat, zoom: this.map.getZoom(),
      box: [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()],
    };
  }

  lookAt(place: { lon: number; lat: number; zoom?: number }): void {
    const to = { center: [place.lon, place.lat] as [number, number], zoom: place.zoom ?? this.map.getZoom() };
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) this.map.jumpTo(to);
    else this.map.easeTo({ ...to, duration: 400 });
  }
  fit(box: readonly [number, number, number, number]): void {
    this.open.fit([[box[0], box[1]], [box[2], box[3]]]);
  }

  show(shape: Shape | null, spots: readonly Spot[]): void {
    this.shape = shape;
    this.spots = spots;
    this.fill();
  }

  // --- drawing by hand ----------------------------------------------------------------------------------------

  draw(tool: Tool | null): void {
    this.drawing = tool ? begin(tool) : null;
    this.map.getCanvas().style.cursor = tool ? "crosshair" : "";
    if (tool) this.map.doubleClickZoom.disable();
    else this.map.doubleClickZoom.enable();
    this.settings.ears.drawing(tool ? 0 : null);
    this.fill();
  }

  /** Enter sets a corner in the middle of the map, twice in one place finishes; Backspace takes one back. */
  key(name: string): boolean {
    const middle = this.map.getCenter();
    if (!this.drawing) {
      if (name !== "Enter") return false;
      this.hit(this.map.project(middle));
      return true;
    }
    if (name === "Enter") this.place([middle.lng, middle.lat]);
    else if (name === "Backspace") this.change(takeBack(this.drawing));
    else if (name === "Escape") this.draw(null);
    else return false;
    return true;
  }

  private place(at: LonLat): void {
    if (!this.drawing) return;
    const before = this.drawing.corners.length;
    const ends = isFinishedBy(this.drawing);
    const next = ends ? move(this.drawing, at) : set(this.drawing, at);
    const isTwice = next.tool === "polygon" && next.corners.length === before;
    this.change(next);
    if (ends || isTwice) this.end();
  }
  private end(): void {
    if (!this.drawing) return;
    const finished = finish(this.drawing);
    if ("shape" in finished) this.draw(null);
    this.settings.ears.drew(finished);
  }
  private change(drawing: Drawing): void {
    this.drawing = drawing;
    this.settings.ears.drawing(drawing.corners.length);
    this.fill();
  }

  // --- what happens on the map --------------------------------------------------------------------------------

  private listen(): void {
    const { map } = this;
    const { ears } = this.settings;
    map.on("moveend", () => {
      ears.seen(this.seen());
      // The keyboard draws with the middle of the map.
      if (this.drawing && document.activeElement === map.getCanvas()) {
        const middle = map.getCenter();
        this.drawing = move(this.drawing, [middle.lng, middle.lat]);
        this.fill();
      }
    });
    map.on("idle", () => ears.settled());
    map.on("error", (event) => ears.unread((event.error as { status?: number } | undefined)?.status));
    map.on("click", (event) => (this.drawing ? this.place([event.lngLat.lng, event.lngLat.lat]) : this.hit(event.point)));
    map.on("mousemove", (event) => this.point(event));
    map.on("mouseout", () => ears.pointed(null, 0, 0));
  }

  private point(event: MapMouseEvent): void {
    if (this.drawing) {
      this.drawing = move(this.drawing, [event.lngLat.lng, event.lngLat.lat]);
      this.fill();
      return;
    }
    const found = this.ask(event.point, ["single", "cluster"]);
    this.map.getCanvas().style.cursor = found.length ? "pointer" : "";
    const title: unknown = found[0]?.properties["title"];
    this.settings.ears.pointed(typeof title === "string" && title ? title : null, event.point.x, event.point.y);
  }

  private ask(point: { x: number; y: number }, kinds: readonly ("single" | "cluster" | "ground")[], reach = 2): MapGeoJSONFeature[] {
    const asked = askedLayers(this.settings.drawn());
    const layers = kinds.flatMap((one) => asked[one]).filter((id) => this.map.getLayer(id));
    if (!layers.length) return [];
    const box: [PointLike, PointLike] = [[point.x - reach, point.y - reach], [point.x + reach, point.y + reach]];
    return this.map.queryRenderedFeatures(box, { layers });
  }

  private hit(point: { x: number; y: number }): void {
    const singles = this.ask(point, ["single"], REACH);
    const clusters = singles.length ? [] : this.ask(point, ["cluster"], REACH);
    const cluster = clusters[0];
    if (cluster) {
      const at = cluster.geometry.type === "Point" ? cluster.geometry.coordinates : undefined;
      if (at) this.lookAt({ lon: at[0] ?? 0, lat: at[1] ?? 0, zoom: Math.min(18, this.map.getZoom() + 2) });
      return;
    }
    const grounds = singles.length ? [] : smallestFirst(this.ask(point, ["ground"], 1)).slice(0, 1);
    const hits = new Map<string, Hit>();
    for (const feature of [...singles, ...grounds]) {
      const id: unknown = feature.properties["id"];
      const layer = feature.source.replace(/^one-/, "");
      if (id !== undefined && hits.size < MOST_HITS) hits.set(`${layer} ${String(id)}`, { layer, id: String(id), title: String(feature.properties["title"] ?? id) });
    }
    this.settings.ears.hit([...hits.values()]);
  }

  private fill(): void {
    const hand = this.map.getSource(HAND) as GeoJSONSource | undefined;
    const spots = this.map.getSource(SPOTS) as GeoJSONSource | undefined;
    if (!hand || !spots) return;
    const shown = this.drawing ? preview(this.drawing) : { shape: this.shape, line: [] };
    const lines = shown.line.length > 1 ? [{ type: "Feature" as const, properties: {}, geometry: { type: "LineString" as const, coordinates: shown.line.map(([lon, lat]) => [lon, lat]) } }] : [];
    const corners = (this.drawing?.corners ?? []).map(([lon, lat]) => ({ type: "Feature" as const, properties: {}, geometry: { type: "Point" as const, coordinates: [lon, lat] } }));
    hand.setData({ type: "FeatureCollection", features: [...(shown.shape ? [drawnShape(shown.shape)] : []), ...lines, ...corners] });
    spots.setData({
      ...NONE,
      features: this.spots.map((one) => ({ type: "Feature", properties: { title: one.title }, geometry: { type: "Point", coordinates: [one.lon, one.lat] } })),
    });
  }
}

/** Grids before communities before townships: the one that says most of where one clicked. */
function smallestFirst(found: readonly MapGeoJSONFeature[]): MapGeoJSONFeature[] {
  const length = (one: MapGeoJSONFeature) => String(one.properties["id"] ?? "").length;
  return [...found].sort((one, other) => length(other) - length(one));
}

/** What somebody draws and what is chosen, above everything that is on. */
function withHand(paint: Palette, overlay: Overlay): Overlay {
  return {
    sources: { ...overlay.sources, [HAND]: { type: "geojson", data: NONE }, [SPOTS]: { type: "geojson", data: NONE } },
    layers: overlay.layers,
    labels: [
      ...(overlay.labels ?? []),
      { id: `${HAND}-fill`, type: "fill", source: HAND, filter: ["==", ["geometry-type"], "Polygon"], paint: { "fill-color": paint.brand, "fill-opacity": 0.1 } },
      { id: `${HAND}-line`, type: "line", source: HAND, filter: ["!=", ["geometry-type"], "Point"], paint: { "line-color": paint.brand, "line-width": 2, "line-dasharray": [3, 2] } },
      { id: `${HAND}-corners`, type: "circle", source: HAND, filter: ["==", ["geometry-type"], "Point"], paint: { "circle-radius": 5, "circle-color": paint.paper, "circle-stroke-color": paint.brand, "circle-stroke-width": 2 } },
      { id: SPOTS, type: "circle", source: SPOTS, paint: { "circle-radius": 15, "circle-opacity": 0, "circle-stroke-color": paint.ink, "circle-stroke-width": 3 } },
    ],
  };
}
