// The page together: its address, what is on, what is seen, what is chosen, and what the map is told to draw.

import { getAreaOutline, listMapLayers } from "@jingwei/client";
import { useNews, useOwnArea, useRead } from "@jingwei/face";
import { boxOfGeometry, cameraFor, COUNTRY, tilesOf, useCityBox, type Box, type Hit, type MapDrawn, type Seen } from "@jingwei/map";
import { useNow, usePageText } from "@jingwei/ui";
import { computed, onScopeDispose, ref, shallowRef, watch } from "vue";
import { onBeforeRouteLeave, useRoute, useRouter } from "vue-router";
import { readAddress, writeAddress, type Camera, type Chosen, type MapAddress } from "./address.js";
import { narrowed, type Layer } from "./server.js";
import { text } from "./text.js";
import { useColours } from "./useColours.js";
import { useCounts } from "./useCounts.js";

/** How large the map is, before there is one: the window without what stands around it. */
const picture = (): [number, number] => [Math.max(320, window.innerWidth - 560), Math.max(280, window.innerHeight - 180)];
const REST_MS = 300;
/** Many things change at once in a busy city: tiles are asked again this often at most. */
const NEWS_EVERY_MS = 10_000;

export function useMapPage(readTiles: () => void) {
  const route = useRoute();
  const router = useRouter();
  const { locale } = usePageText(text);
  const now = useNow();
  const name = route.name;

  // --- the address ---------------------------------------------------------------------------------------
  const address = computed(() => readAddress(route.query));
  let pending: MapAddress | undefined;
  // Whoever is on the way to another page is not called back by a map that comes to rest meanwhile.
  let isLeaving = false;
  onBeforeRouteLeave(() => {
    isLeaving = true;
  });
  onScopeDispose(router.afterEach(() => (isLeaving = false)));

  /** A step one may want to take back is one of its own; where the map stands is not. */
  function change(next: MapAddress, isStep = true): void {
    if (route.name !== name || isLeaving) return;
    pending = next;
    const target = { query: writeAddress(next) };
    void (isStep ? router.push(target) : router.replace(target)).finally(() => pending === next && (pending = undefined));
  }
  /** The newest address, also while the router is still on its way to it. */
  const newest = () => pending ?? address.value;

  // --- where one stands ----------------------------------------------------------------------------------
  const own = useOwnArea();
  const outlines = useRead(getAreaOutline, () => ({ code: own.code.value }), { enabled: () => own.code.value !== "", staleTime: 3_600_000 });
  const whole = computed<Box | null>(() => boxOfGeometry(outlines.data.value?.find((one) => one.relation === "self")?.geometry));
  const city = useCityBox(() => address.value.camera === null && whole.value === null && (outlines.isFetched.value || own.code.value === ""));
  const hasPlace = computed(() => address.value.camera !== null || whole.value !== null || city.isKnown.value);
  const camera = computed<Camera>(() => address.value.camera ?? cameraFor(whole.value ?? city.box.value, ...picture()) ?? COUNTRY);
  const box = shallowRef<Box | null>(null);
  let resting: ReturnType<typeof setTimeout> | undefined;
  function noteSeen(seen: Seen): void {
    clearTimeout(resting);
    resting = setTimeout(() => {
      box.value = seen.box;
      const { lon, lat, zoom } = seen;
      const before = camera.value;
      const isElsewhere = Math.abs(before.lon - lon) > 1e-5 || Math.abs(before.lat - lat) > 1e-5 || Math.abs(before.zoom - zoom) > 0.005;
      if (isElsewhere) change({ ...newest(), camera: { lon, lat, zoom } }, false);
    }, REST_MS);
  }

  // --- what is on ----------------------------------------------------------------------------------------
  const layersQuery = useRead(listMapLayers, undefined, { staleTime: 300_000 });
  const layers = computed<readonly Layer[]>(() => layersQuery.data.value?.layers ?? []);
  const shown = computed(() => {
    const known = new Set(layers.value.map((one) => one.key));
    return (address.value.layers ?? layers.value.filter((one) => one.is_on).map((one) => one.key)).filter((key) => known.has(key));
  });
  const shownLayers = computed(() => shown.value.map((key) => layers.value.find((one) => one.key === key)!));
  const listedLayer = computed(() => shownLayers.value.find((one) => one.key === address.value.listed) ?? shownLayers.value.find((one) => one.geometry === "point") ?? shownLayers.value[0]);
  const counts = useCounts(address, shownLayers, box);
  const colours = useColours(address);

  const drawing = computed<MapDrawn>(() => ({
    layers: shownLayers.value.map((layer) => {
      const isHeat = address.value.heat.includes(layer.key) && layer.forms.includes("heat");
      return {
        key: layer.key, geometry: layer.geometry as "point" | "line" | "polygon", legend: layer.legend, isHeat, minZoom: layer.min_zoom,
        hasClock: layer.key === "incidents", tiles: tilesOf(window.location.origin, layer.key, narrowed(address.value, layer), isHeat ? "heat" : "clusters"),
      };
    }),
    indicator: address.value.coloured ? indicatorOf(address.value, colours) : null,
    chosen: address.value.chosen,
    locale: locale.value === "en" ? "en" : "zh",
    nowSeconds: Math.floor(now.value.getTime() / 300_000) * 300,
  }));
  // The map is drawn anew when something else is to be seen, not when it has only moved.
  const drawn = shallowRef(drawing.value);
  watch(() => JSON.stringify(drawing.value), () => (drawn.value = drawing.value));

  // --- what was chosen -----------------------------------------------------------------------------------
  const hits = ref<readonly Hit[]>([]);
  const choose = (chosen: Chosen | null) => {
    hits.value = [];
    change({ ...newest(), chosen });
  };
  function hit(found: Hit[]): void {
    if (found.length > 1) hits.value = found;
    else if (found[0]) choose({ layer: found[0].layer, id: found[0].id });
    else if (address.value.chosen || hits.value.length) choose(null);
  }

  // --- news ----------------------------------------------------------------------------------------------
  let later: ReturnType<typeof setTimeout> | undefined;
  useNews("incident", () => {
    if (!shown.value.includes("incidents")) return;
    later ??= setTimeout(() => {
      later = undefined;
      readTiles();
    }, NEWS_EVERY_MS);
  });
  onScopeDispose(() => {
    clearTimeout(resting);
    clearTimeout(later);
  });

  return { address, newest, change, camera, hasPlace, whole, box, noteSeen, layersQuery, layers, shown, shownLayers, listedLayer, counts, colours, drawn, hits, choose, hit };
}

function indicatorOf(address: MapAddress, colours: ReturnType<typeof useColours>): MapDrawn["indicator"] {
  const level = address.coloured?.level ?? "";
  const layer = level === "grid" ? "grids" : "areas";
  const asked = { ...(level === "grid" ? {} : { f: [`level~${level}`] }), ...(address.asOf ? { on: address.asOf } : {}) };
  return { layer, tiles: tilesOf(window.location.origin, layer, asked), values: colours.values.value, classes: colours.classes.value };
}
