// The outlines of a file for the map: some hundred at a time, because a file may hold twenty thousand.

import { getAreaOutline, listImportedFeatures, type Schema } from "@jingwei/client";
import { useRead } from "@jingwei/face";
import type { Drawn, Mark, Tone } from "@jingwei/map";
import type { Geometry, MultiPolygon, Polygon } from "geojson";
import { computed, ref, shallowRef, watch } from "vue";

type Feature = Schema<"ImportedFeatureOut">;
type State = Feature["state"];
const PAGE = 200;
const TONES: Record<State, Tone> = { good: "new", mended: "changed", bad: "gone", same: "plain" };

/** What has an outline, in the colour of what would become of it. */
export function drawnOf(rows: readonly Feature[]): Drawn[] {
  return rows.flatMap((row) =>
    row.outline === null ? [] : [{ id: String(row.number), name: row.name, tone: TONES[row.state], shape: JSON.parse(row.outline) as Polygon | MultiPolygon }],
  );
}

/** Where something was changed in an outline. */
export function marksOf(rows: readonly Feature[]): Mark[] {
  return rows.flatMap((row) =>
    row.done.flatMap((done, index) =>
      done.is_change && done.lon !== null && done.lat !== null
        ? [{ id: `${row.number} ${index}`, geometry: { type: "Point", coordinates: [done.lon, done.lat] } satisfies Geometry, blocks: false }]
        : [],
    ),
  );
}

/** `stamp` changes when the file is read in another way: then it begins anew. */
export function useFileMap(of: () => { importId: string; stamp: string; areaCode: string }) {
  const earlier = shallowRef<readonly Feature[]>([]);
  const cursor = ref("");
  const page = useRead(listImportedFeatures, () => ({ import_id: of().importId, limit: PAGE, ...(cursor.value ? { cursor: cursor.value } : {}) }));
  watch(
    () => `${of().importId} ${of().stamp}`,
    () => {
      cursor.value = "";
      earlier.value = [];
    },
  );
  const rows = computed(() => [...earlier.value, ...(page.data.value?.rows ?? [])]);
  const next = computed(() => page.data.value?.next_cursor ?? "");
  function more(): void {
    if (!next.value) return;
    earlier.value = rows.value;
    cursor.value = next.value;
  }
  const outlines = useRead(getAreaOutline, () => ({ code: of().areaCode }), { enabled: () => of().areaCode !== "", staleTime: 3_600_000 });
  /** The draft's own area; nothing where nobody has drawn it. */
  const ground = computed(() => {
    const own = outlines.data.value?.find((one) => one.relation === "self");
    return own ? (own.geometry as unknown as Polygon | MultiPolygon) : null;
  });
  return {
    rows, ground, more,
    drawn: computed(() => drawnOf(rows.value)),
    marks: computed(() => marksOf(rows.value)),
    hasMore: computed(() => next.value !== ""),
    isReading: page.isFetching,
    error: page.error,
  };
}
