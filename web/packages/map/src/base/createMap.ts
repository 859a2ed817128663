// Every map begins here: the base under it, the theme followed, controls in the reader's language, the scale and where
// the map is from always in sight.

import type * as MapLibre from "maplibre-gl";
import type { LngLatBoundsLike, Map as MapLibreMap, StyleSpecification } from "maplibre-gl";
import { COUNTRY } from "../city.js";
import { loadMapLibre } from "../load.js";
import { palette, type Palette } from "./colours.js";
import { escaped } from "./escaped.js";
import { baseFacts, pictures, type Picture } from "./facts.js";
import { drawSigns } from "./icons.js";
import { idsOf, joined, keeping, type Draw } from "./overlay.js";
import { baseStyle, type BaseFacts } from "./style.js";
import { TiltControl } from "./tilt.js";
import { language, words } from "./words.js";
import "./map.css";

export interface MapSettings {
  container: HTMLElement;
  /** Without it, and without `bounds`, the map begins over the city. */
  centre?: [number, number] | undefined;
  zoom?: number | undefined;
  bounds?: LngLatBoundsLike | undefined;
  minZoom?: number;
  maxZoom?: number;
  /** Words beside those of the base. */
  attribution?: string | undefined;
  /** Buildings in three dimensions, turning and tilting. Otherwise north is up and the map is flat. */
  canTilt?: boolean;
  /** Whether the reader may choose a picture map; asks which there are. */
  hasBackgrounds?: boolean;
  overlay?: Draw;
  /** After every time the style was loaded, first or anew. */
  filled?: (map: MapLibreMap) => void;
}

export interface OpenMap {
  map: MapLibreMap;
  maplibre: typeof MapLibre;
  palette: () => Palette;
  refresh: () => void;
  backgrounds: readonly Picture[];
  background: () => string | null;
  setBackground: (key: string | null) => void;
  isTilted: () => boolean;
  setTilted: (isTilted: boolean) => void;
  fit: (bounds: LngLatBoundsLike, padding?: number) => void;
  remove: () => void;
}

const TILT_DEGREES = 55;

/** A map in its box. Throws where this browser cannot draw. */
export async function createMap(settings: MapSettings): Promise<OpenMap> {
  const [maplibre, base, backgrounds] = await Promise.all([
    loadMapLibre(), baseFacts(), settings.hasBackgrounds ? pictures() : Promise.resolve([]),
  ]);
  return new Opened(maplibre, settings, base, backgrounds).open();
}

class Opened {
  private map!: MapLibreMap;
  private ours: ReadonlySet<string> = new Set();
  private isStyled = false;
  private isStale = false;
  private tilted = false;
  private chosen: string | null = null;
  private tilt: TiltControl | undefined;
  private readonly looks = new MutationObserver(() => this.refresh());
  private readonly sizes = new ResizeObserver(() => this.map.resize());

  constructor(
    private readonly maplibre: typeof MapLibre,
    private readonly settings: MapSettings,
    private readonly base: BaseFacts | undefined,
    private readonly backgrounds: readonly Picture[],
  ) {}

  open(): OpenMap {
    const { settings, maplibre } = this;
    const canTilt = settings.canTilt ?? false;
    const city = settings.centre ? undefined : this.base?.bounds;
    const bounds = settings.bounds ?? (city ? ([...city] as [number, number, number, number]) : undefined);
    this.map = new maplibre.Map({
      container: settings.container, style: this.style(), center: settings.centre ?? [COUNTRY.lon, COUNTRY.lat], zoom: settings.zoom ?? COUNTRY.zoom,
      ...(bounds ? { bounds, fitBoundsOptions: { padding: 32, maxZoom: 17 } } : {}),
      minZoom: settings.minZoom ?? 4, maxZoom: settings.maxZoom ?? 20, maxPitch: canTilt ? 65 : 0,
      attributionControl: false, dragRotate: canTilt, pitchWithRotate: canTilt, touchPitch: canTilt, fadeDuration: 0, locale: words(),
    });
    this.watch(canTilt);
    this.looks.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme", "data-sunlight"] });
    this.sizes.observe(settings.container);
    return {
      map: this.map, maplibre, palette, backgrounds: this.backgrounds,
      refresh: () => this.refresh(),
      background: () => this.chosen,
      setBackground: (key) => this.setBackground(key),
      isTilted: () => this.tilted,
      setTilted: (isTilted) => this.setTilted(isTilted),
      fit: (bounds, padding = 48) => void this.map.fitBounds(bounds, { padding, maxZoom: 17, animate: false }),
      remove: () => this.remove(),
    };
  }

  private watch(canTilt: boolean): void {
    const { map, maplibre, settings } = this;
    map.addControl(new maplibre.NavigationControl({ showCompass: canTilt, visualizePitch: canTilt }), "top-right");
    if (canTilt) {
      this.tilt = new TiltControl((isTilted) => this.setTilted(isTilted));
      map.addControl(this.tilt, "top-right");
      map.on("pitch", () => this.showTilt(map.getPitch() > 5));
    } else {
      map.touchZoomRotate.disableRotation();
      map.keyboard.disableRotation();
    }
    map.addControl(new maplibre.ScaleControl({ maxWidth: 100, unit: "metric" }), "bottom-left");
    const own = settings.attribution ? { customAttribution: escaped(settings.attribution) } : {};
    map.addControl(new maplibre.AttributionControl({ compact: false, ...own }), "bottom-right");
    drawSigns(map, () => palette().paper);
    // Without a listener the library writes every tile that did not arrive to the console; it asks again by itself.
    map.on("error", () => undefined);
    map.on("style.load", () => {
      this.isStyled = true;
      if (this.isStale) this.refresh();
      settings.filled?.(map);
    });
  }

  private style(): StyleSpecification {
    const paint = palette();
    const background = this.backgrounds.find((one) => one.key === this.chosen);
    const base = baseStyle({ paint, base: this.base, background, isTilted: this.tilted, language: language() });
    const style = joined(base, this.settings.overlay?.(paint));
    const before = this.ours;
    this.ours = new Set([...before, ...idsOf(style)]);
    return style;
  }

  /** A style that is still being loaded cannot be compared with another: it is put right when it is there. */
  private refresh(): void {
    this.isStale = !this.isStyled;
    if (this.isStale) return;
    const before = this.ours;
    this.map.setStyle(this.style(), { diff: true, transformStyle: (previous, next) => keeping(previous, next, before) });
  }

  private setBackground(key: string | null): void {
    this.chosen = key;
    this.refresh();
  }

  private setTilted(isTilted: boolean): void {
    this.showTilt(isTilted);
    const is = { pitch: isTilted ? TILT_DEGREES : 0, bearing: isTilted ? this.map.getBearing() : 0 };
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) this.map.jumpTo(is);
    else this.map.easeTo({ ...is, duration: 300 });
  }

  private showTilt(isTilted: boolean): void {
    if (this.tilted === isTilted) return;
    this.tilted = isTilted;
    this.tilt?.show(isTilted);
    this.refresh();
  }

  private remove(): void {
    this.looks.disconnect();
    this.sizes.disconnect();
    this.map.remove();
  }
}
