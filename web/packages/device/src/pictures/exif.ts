// When and where a picture says it was taken: read from its EXIF, and written into the small copy that is sent.
// Source: CIPA DC-008 (Exif 2.32). The server reads the same three facts and keeps nothing else.

export interface Origin {
  /** Local time with its zone; a missing zone is read as the city's. */
  takenAt?: string;
  lon?: number;
  lat?: number;
  accuracy_m?: number;
  /** How the pixels are turned; 1 is upright. */
  orientation?: number;
}

const ZONE = "+08:00";
const SIGNATURE = [0x45, 0x78, 0x69, 0x66, 0, 0]; // "Exif\0\0"
/** Phones write it near the beginning, HEIC too. */
const SEARCHED_BYTES = 1024 * 1024;
const TAG = { orientation: 0x0112, details: 0x8769, place: 0x8825, taken: 0x9003, zone: 0x9011 };
const GPS = { latRef: 1, lat: 2, lonRef: 3, lon: 4, error: 0x1f };
const SIZES: Record<number, number> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1, 9: 4, 10: 8 };

interface Block {
  view: DataView;
  start: number;
  isLittle: boolean;
}

interface Entry {
  type: number;
  count: number;
  at: number;
}

/** What a picture says of itself; nothing where it says nothing, or nonsense. */
export function originOf(bytes: Uint8Array): Origin {
  const block = blockIn(bytes);
  if (!block) return {};
  try {
    return read(block);
  } catch (fault) {
    if (fault instanceof RangeError) return {}; // cut short, or offsets that lead nowhere
    throw fault;
  }
}

function blockIn(bytes: Uint8Array): Block | undefined {
  const end = Math.min(bytes.length, SEARCHED_BYTES) - SIGNATURE.length - 8;
  for (let at = bytes.indexOf(SIGNATURE[0]!); at >= 0 && at < end; at = bytes.indexOf(SIGNATURE[0]!, at + 1)) {
    if (!SIGNATURE.every((byte, index) => bytes[at + index] === byte)) continue;
    const start = at + SIGNATURE.length;
    const order = String.fromCharCode(bytes[start]!, bytes[start + 1]!);
    if (order !== "II" && order !== "MM") continue;
    return { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), start, isLittle: order === "II" };
  }
  return undefined;
}

function read(block: Block): Origin {
  const top = entries(block, block.view.getUint32(block.start + 4, block.isLittle));
  const found: Origin = {};
  const orientation = number(block, top.get(TAG.orientation));
  if (orientation) found.orientation = orientation;
  const details = entries(block, number(block, top.get(TAG.details)));
  const takenAt = moment(text(block, details.get(TAG.taken)), text(block, details.get(TAG.zone)));
  if (takenAt) found.takenAt = takenAt;
  const place = entries(block, number(block, top.get(TAG.place)));
  const lat = degrees(block, place.get(GPS.lat), text(block, place.get(GPS.latRef)) === "S", 90);
  const lon = degrees(block, place.get(GPS.lon), text(block, place.get(GPS.lonRef)) === "W", 180);
  // Phones without a fix write a zero position; nobody reports from the Gulf of Guinea.
  if (lat === undefined || lon === undefined || (lat === 0 && lon === 0)) return found;
  const error = rationals(block, place.get(GPS.error))[0];
  return { ...found, lon, lat, ...(error ? { accuracy_m: Math.round(error) } : {}) };
}

function entries(block: Block, offset: number): Map<number, Entry> {
  const found = new Map<number, Entry>();
  if (!offset) return found;
  const { view, start, isLittle } = block;
  const count = view.getUint16(start + offset, isLittle);
  for (let index = 0; index < count; index += 1) {
    const at = start + offset + 2 + index * 12;
    const type = view.getUint16(at + 2, isLittle);
    const values = view.getUint32(at + 4, isLittle);
    const isInside = (SIZES[type] ?? 1) * values <= 4;
    found.set(view.getUint16(at, isLittle), {
      type,
      count: values,
      at: isInside ? at + 8 : start + view.getUint32(at + 8, isLittle),
    });
  }
  return found;
}

function number(block: Block, entry: Entry | undefined): number {
  if (!entry) return 0;
  return entry.type === 3 ? block.view.getUint16(entry.at, block.isLittle) : block.view.getUint32(entry.at, block.isLittle);
}

function text(block: Block, entry: Entry | undefined): string {
  if (entry?.type !== 2) return "";
  let said = "";
  for (let index = 0; index < Math.min(entry.count, 64); index += 1) {
    said += String.fromCharCode(block.view.getUint8(entry.at + index));
  }
  return said.split("\0")[0]!.trim();
}

function rationals(block: Block, entry: Entry | undefined): number[] {
  if (entry?.type !== 5) return [];
  return Array.from({ length: Math.min(entry.count, 3) }, (_, index) => {
    const under = block.view.getUint32(entry.at + index * 8 + 4, block.isLittle);
    return under ? block.view.getUint32(entry.at + index * 8, block.isLittle) / under : 0;
  });
}

function degrees(block: Block, entry: Entry | undefined, isNegative: boolean, most: number): number | undefined {
  const [whole, minutes = 0, seconds = 0] = rationals(block, entry);
  if (whole === undefined) return undefined;
  const value = whole + minutes / 60 + seconds / 3600;
  return value <= most ? (isNegative ? -value : value) : undefined;
}

function moment(taken: string, zone: string): string | undefined {
  const parts = /^(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)$/.exec(taken);
  if (!parts || Number(parts[1]) < 2000) return undefined; // a clock that was never set
  const said = `${parts[1]}-${parts[2]}-${parts[3]}T${parts[4]}:${parts[5]}:${parts[6]}`;
  const whole = said + (/^[+-]\d\d:\d\d$/.test(zone) ? zone : ZONE);
  return Number.isNaN(Date.parse(whole)) ? undefined : whole;
}

/** A moment as EXIF and people here tell it: the city's clock. */
export function cityTime(at: Date): string {
  return `${new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19)}${ZONE}`;
}

/** The JPEG with this origin and no other: what else a phone writes (its owner, its number) is left out. */
export function withOrigin(jpeg: Uint8Array<ArrayBuffer>, origin: Origin): Blob {
  const parts: BlobPart[] = [jpeg.subarray(0, 2), segment(origin)];
  let at = 2;
  while (at + 4 <= jpeg.length && jpeg[at] === 0xff && jpeg[at + 1]! >= 0xe0 && jpeg[at + 1]! <= 0xef) {
    const end = at + 2 + (jpeg[at + 2]! << 8) + jpeg[at + 3]!;
    if (jpeg[at + 1] !== 0xe1) parts.push(jpeg.subarray(at, end));
    at = end;
  }
  return new Blob([...parts, jpeg.subarray(at)], { type: "image/jpeg" });
}

type Value = { type: 2; text: string } | { type: 3 | 4; number: number } | { type: 5; pairs: [number, number][] };

/** An APP1 segment, big-endian: one folder, with a folder each for time and place. */
function segment({ takenAt, lon, lat, orientation = 1 }: Origin): Uint8Array<ArrayBuffer> {
  const [day, clock] = takenAt?.split("T") ?? [];
  const details: [number, Value][] = day && clock
    ? [
        [TAG.taken, { type: 2, text: `${day.replaceAll("-", ":")} ${clock.slice(0, 8)}` }],
        [TAG.zone, { type: 2, text: clock.slice(8) }],
      ]
    : [];
  const place: [number, Value][] = lon !== undefined && lat !== undefined
    ? [
        [GPS.latRef, { type: 2, text: lat < 0 ? "S" : "N" }],
        [GPS.lat, { type: 5, pairs: sexagesimal(lat) }],
        [GPS.lonRef, { type: 2, text: lon < 0 ? "W" : "E" }],
        [GPS.lon, { type: 5, pairs: sexagesimal(lon) }],
      ]
    : [];
  const top: [number, Value][] = [[TAG.orientation, { type: 3, number: orientation }]];
  const inside = [details, place].filter((folder) => folder.length > 0);
  const topBytes = 2 + 12 * (1 + inside.length) + 4;
  let next = 8 + topBytes;
  const folders = inside.map((folder) => {
    const made = folderOf(folder, next);
    top.push([folder === details ? TAG.details : TAG.place, { type: 4, number: next }]);
    next += made.length;
    return made;
  });
  const body = [...SIGNATURE, 0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, ...folderOf(top, 8), ...folders.flat()];
  return Uint8Array.from([0xff, 0xe1, ...bytesOf(body.length + 2, 2), ...body]);
}

function sexagesimal(value: number): [number, number][] {
  const whole = Math.abs(value);
  const degree = Math.floor(whole);
  const minute = Math.floor((whole - degree) * 60);
  return [[degree, 1], [minute, 1], [Math.round((whole - degree - minute / 60) * 3_600 * 10_000), 10_000]];
}

function folderOf(entries: [number, Value][], start: number): number[] {
  const behind: number[] = [];
  const rows = entries.flatMap(([tag, value]) => {
    const { count, bytes } = valueBytes(value);
    let place = [...bytes, 0, 0, 0, 0].slice(0, 4);
    if (bytes.length > 4) {
      place = bytesOf(start + 2 + 12 * entries.length + 4 + behind.length, 4);
      behind.push(...bytes, ...(bytes.length % 2 ? [0] : [])); // TIFF counts in pairs
    }
    return [...bytesOf(tag, 2), ...bytesOf(value.type, 2), ...bytesOf(count, 4), ...place];
  });
  return [...bytesOf(entries.length, 2), ...rows, 0, 0, 0, 0, ...behind];
}

function valueBytes(value: Value): { count: number; bytes: number[] } {
  if (value.type === 2) {
    const bytes = [...[...value.text].map((letter) => letter.charCodeAt(0)), 0];
    return { count: bytes.length, bytes };
  }
  if (value.type === 5) {
    return { count: value.pairs.length, bytes: value.pairs.flat().flatMap((one) => bytesOf(one, 4)) };
  }
  return { count: 1, bytes: bytesOf(value.number, value.type === 3 ? 2 : 4) };
}

function bytesOf(value: number, length: number): number[] {
  return Array.from({ length }, (_, index) => (value >>> (8 * (length - 1 - index))) & 0xff);
}
