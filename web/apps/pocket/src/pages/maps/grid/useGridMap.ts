// The officer's map: one's own grid, what is in it, what was tapped, what is nearest.

import { getAreaOutline, getMapCard, listMapLayers, listNearestFeatures, type Schema } from "@jingwei/client";
import { isPosition, locate, type PositionProblem } from "@jingwei/device";
import { useOwnArea, useRead, useUrlState } from "@jingwei/face";
import { boxOfGeometry, cameraFor, COUNTRY, tilesOf, useCityBox, type Hit, type MapDrawn } from "@jingwei/map";
import { useLocale, useNow } from "@jingwei/ui";
import { computed, ref, shallowRef, watch } from "vue";
import { useRouter } from "vue-router";

export type Layer = Schema<"LayerOut">;
export type Near = Schema<"NearRowOut">;

const HOUR = 3_600_000;
const NEAREST = 10;
const NONE = "none";
/** On a phone one begins with one's own ground and what happens on it. */
const FIRST = ["grids", "areas", "incidents"];

export function useGridMap() {
  const router = useRouter();
  const locale = useLocale();
  const now = useNow();
  const url = useUrlState({ on: "", is: "", near: "incidents" });

  const layersQuery = useRead(listMapLayers, undefined, { staleTime: HOUR });
  const layers = computed<readonly Layer[]>(() => layersQuery.data.value?.layers ?? []);
  const shown = computed(() => {
    const asked = url.state.value.on === NONE ? [] : url.state.value.on ? url.state.value.on.split(",") : FIRST;
    return layers.value.filter((one) => asked.includes(one.key));
  });
  function toggle(key: string): void {
    const on = shown.value.map((one) => one.key);
    const next = on.includes(key) ? on.filter((one) => one !== key) : [...on, key];
    url.set({ on: next.join(",") || NONE });
  }

  const own = useOwnArea();
  const outlines = useRead(getAreaOutline, () => ({ code: own.code.value }), { enabled: () => own.code.value !== "", staleTime: HOUR });
  const box = computed(() => boxOfGeometry(outlines.data.value?.find((one) => one.relation === "self")?.geometry));
  const city = useCityBox(() => box.value === null && (outlines.isFetched.value || own.code.value === ""));
  const camera = computed(() => cameraFor(box.value ?? city.box.value, 300, 320) ?? COUNTRY);
  const hasPlace = computed(() => box.value !== null || city.isKnown.value);

  // --- what was tapped -------------------------------------------------------------------------------------
  const chosen = computed(() => {
    const [layer = "", ...id] = url.state.value.is.split("~");
    return layer && id.length ? { layer, id: id.join("~") } : null;
  });
  const hits = ref<readonly Hit[]>([]);
  function choose(one: { layer: string; id: string } | null): void {
    hits.value = [];
    url.set({ is: one ? `${one.layer}~${one.id}` : "" });
  }
  function hit(found: readonly Hit[]): void {
    const points = found.filter((one) => layers.value.some((layer) => layer.key === one.layer && layer.geometry === "point"));
    const best = points.length ? points : found;
    if (best.length > 1) hits.value = best;
    else choose(best[0] ?? null);
  }
  const card = useRead(getMapCard, () => ({ layer: chosen.value?.layer ?? "", feature_id: chosen.value?.id ?? "" }), { enabled: () => chosen.value !== null });

  /** The phone's page behind it, where it has one. */
  function pageOf(layer: string, id: string, path: string | null): string | null {
    const wanted = layer === "incidents" ? `/task/${id}` : path;
    if (!wanted) return null;
    const found = router.resolve(wanted);
    return found.matched.length && found.name !== "not-found" ? wanted : null;
  }

  // --- what is nearest -------------------------------------------------------------------------------------
  /** A hundred metres or so: enough for an order, and no trace of a walk in the server’s logs. */
  const here = shallowRef<{ lon: number; lat: number; datum: Schema<"Datum"> }>();
  const isAsking = ref(false);
  const problem = ref<PositionProblem>();
  async function findHere(): Promise<void> {
    if (isAsking.value) return;
    isAsking.value = true;
    problem.value = undefined;
    const found = await locate();
    isAsking.value = false;
    if (isPosition(found)) here.value = { lon: Number(found.lon.toFixed(3)), lat: Number(found.lat.toFixed(3)), datum: found.datum };
    else problem.value = found.problem;
  }
  const points = computed(() => layers.value.filter((one) => one.geometry === "point"));
  const nearOf = url.field("near");
  const near = useRead(
    listNearestFeatures,
    () => ({ layer: nearOf.value, lon: here.value?.lon ?? 0, lat: here.value?.lat ?? 0, datum: here.value?.datum ?? "wgs84", limit: NEAREST }),
    { enabled: () => here.value !== undefined && points.value.some((one) => one.key === nearOf.value), keepsPrevious: true },
  );

  // --- what is drawn ---------------------------------------------------------------------------------------
  const drawing = computed<MapDrawn>(() => ({
    layers: shown.value.map((one) => ({
      key: one.key, geometry: one.geometry, legend: one.legend, isHeat: false, hasClock: one.key === "incidents", minZoom: one.min_zoom,
      tiles: tilesOf(window.location.origin, one.key, {}),
    })),
    indicator: null,
    chosen: chosen.value,
    locale: locale.value === "en" ? "en" : "zh",
    nowSeconds: Math.floor(now.value.getTime() / 300_000) * 300,
  }));
  const drawn = shallowRef(drawing.value);
  watch(() => JSON.stringify(drawing.value), () => (drawn.value = drawing.value));
  const spots = computed(() => {
    const found = card.data.value;
    const isPoint = points.value.some((one) => one.key === chosen.value?.layer);
    return chosen.value && isPoint && found?.lon != null && found.lat != null ? [{ lon: found.lon, lat: found.lat, title: found.title }] : [];
  });

  return { layersQuery, layers, shown, toggle, box, camera, hasPlace, chosen, hits, choose, hit, card, pageOf, here, isAsking, problem, findHere, points, nearOf, near, drawn, spots };
}
