// From what the camera gave to what is sent: small, upright, telling when and where, and nothing else of its owner.

import type { PreparedPhoto, PrepareOptions } from "../contracts";
import { cityTime, originOf, withOrigin, type Origin } from "./exif";
import { AIMED_BYTES, shrink, type Small } from "./shrink";

const HEAD_BYTES = 1024 * 1024;
/** A phone that cannot do it in this time sends the picture as it is. */
const PATIENCE_MS = 20_000;
const PICTURE_NAMES = /\.(jpe?g|png|webp|heic|heif)$/i;

export function isPicture(file: Blob): boolean {
  return file.type.startsWith("image/") || (file instanceof File && PICTURE_NAMES.test(file.name));
}

/** Never throws: what this phone cannot open goes as it is, and the server says what it thinks of it. */
export async function preparePhoto(file: Blob, options: PrepareOptions = {}): Promise<PreparedPhoto> {
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  const origin = completed(originOf(head), options);
  const small = await shrunk(file);
  const facts = factsOf(origin, options);
  if (!small) return { blob: file, isOriginal: true, ...facts };
  const bytes = new Uint8Array(await small.blob.arrayBuffer());
  const blob = withOrigin(bytes, { ...origin, orientation: 1 }); // it was turned while it was drawn
  return { blob, width: small.width, height: small.height, isOriginal: false, ...facts };
}

/** The picture is believed first; what it does not say, whoever took it may. EXIF knows WGS-84 only. */
function completed(origin: Origin, { takenAt, position }: PrepareOptions): Origin {
  const whole = { ...origin };
  if (!whole.takenAt && takenAt) whole.takenAt = cityTime(takenAt);
  if (whole.lon === undefined && position && (position.datum === "wgs84" || position.datum === "cgcs2000")) {
    Object.assign(whole, { lon: position.lon, lat: position.lat, accuracy_m: position.accuracy_m });
  }
  return whole;
}

function factsOf(origin: Origin, { position }: PrepareOptions): Pick<PreparedPhoto, "takenAt" | "position"> {
  const { takenAt, lon, lat, accuracy_m = 0 } = origin;
  const place = lon !== undefined && lat !== undefined ? { lon, lat, datum: "wgs84" as const, accuracy_m } : position;
  return { ...(takenAt ? { takenAt } : {}), ...(place ? { position: place } : {}) };
}

async function shrunk(file: Blob): Promise<Small | undefined> {
  const small = (await byWorker(file)) ?? (await onPage(file));
  // A small picture that would grow is drawn all the same: only so is nothing else in it.
  return small && small.blob.size < Math.max(file.size * 2, AIMED_BYTES) ? small : undefined;
}

let worker: Worker | undefined;
let lastId = 0;

function byWorker(file: Blob): Promise<Small | undefined> {
  if (typeof Worker === "undefined" || typeof OffscreenCanvas === "undefined") return Promise.resolve(undefined);
  return new Promise((answer) => {
    const id = (lastId += 1);
    let used: Worker;
    try {
      used = worker ??= new Worker(new URL("./shrink.worker.ts", import.meta.url), { type: "module" });
    } catch {
      return answer(undefined);
    }
    const end = (small?: Small) => {
      clearTimeout(timer);
      used.removeEventListener("message", heard);
      used.removeEventListener("error", broken);
      answer(small);
    };
    const heard = ({ data }: MessageEvent<{ id: number; small?: Small }>) => {
      if (data.id === id) end(data.small);
    };
    const broken = () => {
      used.terminate();
      worker = undefined;
      end();
    };
    const timer = setTimeout(broken, PATIENCE_MS);
    used.addEventListener("message", heard);
    used.addEventListener("error", broken);
    used.postMessage({ id, file });
  });
}

async function onPage(file: Blob): Promise<Small | undefined> {
  if (typeof createImageBitmap === "undefined") return undefined;
  try {
    return await shrink(file, (width, height) => Object.assign(document.createElement("canvas"), { width, height }));
  } catch {
    return undefined; // HEIC on most phones, or no picture at all
  }
}
