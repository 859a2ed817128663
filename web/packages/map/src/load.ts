// MapLibre with its worker. Without setWorkerUrl the map stays empty under Vite, without any error.

import type * as MapLibre from "maplibre-gl";

let loading: Promise<typeof MapLibre> | undefined;

/** The library, fetched once. */
export function loadMapLibre(): Promise<typeof MapLibre> {
  loading ??= Promise.all([
    import("maplibre-gl"),
    import("maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url"),
    import("maplibre-gl/dist/maplibre-gl.css"),
  ]).then(([maplibre, worker]) => {
    maplibre.setWorkerUrl(worker.default);
    return maplibre;
  });
  loading.catch(() => (loading = undefined));
  return loading;
}
