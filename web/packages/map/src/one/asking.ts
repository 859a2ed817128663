// How the map's layers are asked for: the words of the interface, the same for tiles, counts and lists.

export type Box = readonly [west: number, south: number, east: number, north: number];

/** What a layer is narrowed to. Names are those of the interface. */
export interface Narrowed {
  f?: string[];
  since?: string;
  until?: string;
  on?: string;
}

/** The address of a layer's tiles, absolute: a worker knows no page. */
export function tilesOf(origin: string, key: string, asked: Narrowed, form?: "clusters" | "heat"): string {
  const query = new URLSearchParams();
  for (const value of asked.f ?? []) query.append("f", value);
  for (const name of ["since", "until", "on"] as const) if (asked[name]) query.append(name, asked[name]);
  if (form === "heat") query.append("form", form);
  const words = query.toString();
  return `${origin}/api/v1/map/layers/${key}/tiles/{z}/{x}/{y}${words ? `?${words}` : ""}`;
}

/** A box as the interface takes it, rounded outwards so that a small movement asks nothing new. */
export function writeBox(box: Box): string {
  const step = 2 ** Math.floor(Math.log2(Math.max(1e-6, box[2] - box[0]) / 8));
  const down = (value: number) => Math.floor(value / step) * step;
  const up = (value: number) => Math.ceil(value / step) * step;
  const within = (value: number, most: number) => Math.max(-most, Math.min(most, value));
  return [within(down(box[0]), 180), within(down(box[1]), 85), within(up(box[2]), 180), within(up(box[3]), 85)].map((one) => String(Number(one.toFixed(6)))).join(",");
}
