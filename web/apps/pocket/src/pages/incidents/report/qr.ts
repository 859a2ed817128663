// A QR code 快速响应码 of a short text, drawn by ourselves: bytes, error correction M (15 %), versions 1 to 10.
// Source: ISO/IEC 18004:2015. A library would be four times as large as what is needed here.

/** Codewords of a version in all, and of level M: those that correct in each block, and how many blocks. */
const TOTAL = [26, 44, 70, 100, 134, 172, 196, 242, 292, 346];
const CORRECTING = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26];
const BLOCKS = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5];
const ALIGNED = [[], [18], [22], [26], [30], [34], [22, 38], [24, 42], [26, 46], [28, 50]];
const LEVEL_M = 0;
const MASKS: ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_x, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

export type Squares = boolean[][];

/** The squares of a code, dark ones true, without the quiet edge of four. Throws RangeError beyond 213 bytes. */
export function qrOf(text: string): Squares {
  const bytes = new TextEncoder().encode(text);
  const version = TOTAL.findIndex((_, at) => capacity(at + 1) >= bytes.length) + 1;
  if (version === 0) throw new RangeError(`${bytes.length} bytes are too many for this code`);
  const codewords = interleaved(dataOf(bytes, version), version);
  const frame = frameOf(version);
  fill(frame, codewords);
  const drawn = MASKS.map((_, mask) => masked(frame, mask, version));
  return drawn.reduce((best, one) => (penalty(one) < penalty(best) ? one : best));
}

const dataWords = (version: number) => TOTAL[version - 1]! - CORRECTING[version - 1]! * BLOCKS[version - 1]!;
const lengthBits = (version: number) => (version < 10 ? 8 : 16);
const capacity = (version: number) => Math.floor((dataWords(version) * 8 - 4 - lengthBits(version)) / 8);

function dataOf(bytes: Uint8Array, version: number): number[] {
  const bits: number[] = [];
  const push = (value: number, count: number) => {
    for (let at = count - 1; at >= 0; at -= 1) bits.push((value >>> at) & 1);
  };
  push(4, 4);
  push(bytes.length, lengthBits(version));
  for (const byte of bytes) push(byte, 8);
  const room = dataWords(version) * 8;
  push(0, Math.min(4, room - bits.length));
  push(0, (8 - (bits.length % 8)) % 8);
  for (let pad = 0xec; bits.length < room; pad ^= 0xec ^ 0x11) push(pad, 8);
  return Array.from({ length: room / 8 }, (_, at) => parseInt(bits.slice(at * 8, at * 8 + 8).join(""), 2));
}

/** Multiplication in GF(2^8) modulo 0x11D. */
function times(one: number, other: number): number {
  let product = 0;
  for (let at = 7; at >= 0; at -= 1) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d);
    product ^= ((other >>> at) & 1) * one;
  }
  return product;
}

function divisorOf(degree: number): number[] {
  const divisor = [...Array<number>(degree - 1).fill(0), 1];
  let root = 1;
  for (let round = 0; round < degree; round += 1) {
    for (let at = 0; at < degree; at += 1) divisor[at] = times(divisor[at]!, root) ^ (divisor[at + 1] ?? 0);
    root = times(root, 2);
  }
  return divisor;
}

function remainderOf(data: readonly number[], divisor: readonly number[]): number[] {
  const rest = divisor.map(() => 0);
  for (const word of data) {
    const factor = word ^ rest.shift()!;
    rest.push(0);
    divisor.forEach((one, at) => (rest[at]! ^= times(one, factor)));
  }
  return rest;
}

/** Data cut into blocks, each with its correction; then word by word across the blocks. */
function interleaved(data: readonly number[], version: number): number[] {
  const count = BLOCKS[version - 1]!;
  const short = Math.floor(data.length / count);
  const longer = data.length % count;
  const divisor = divisorOf(CORRECTING[version - 1]!);
  const blocks: number[][] = [];
  for (let at = 0, from = 0; at < count; at += 1) {
    const size = short + (at >= count - longer ? 1 : 0);
    blocks.push(data.slice(from, from + size));
    from += size;
  }
  const across = (rows: readonly number[][]) =>
    Array.from({ length: Math.max(...rows.map((row) => row.length)) }, (_, at) => rows.map((row) => row[at])).flat();
  const corrections = blocks.map((block) => remainderOf(block, divisor));
  return [...across(blocks), ...across(corrections)].filter((word) => word !== undefined);
}

type Frame = (boolean | undefined)[][];

/** Everything but the data: undefined where data goes. Places of the format are taken, and set with the mask. */
function frameOf(version: number): Frame & { free: boolean[][] } {
  const size = version * 4 + 17;
  const frame: Frame = Array.from({ length: size }, () => Array<boolean | undefined>(size).fill(undefined));
  const set = (x: number, y: number, dark: boolean) => {
    if (x >= 0 && y >= 0 && x < size && y < size) frame[y]![x] = dark;
  };
  for (let at = 0; at < size; at += 1) {
    set(6, at, at % 2 === 0);
    set(at, 6, at % 2 === 0);
  }
  for (const [cx, cy] of [[3, 3], [size - 4, 3], [3, size - 4]] as const) {
    for (let dy = -4; dy <= 4; dy += 1) {
      for (let dx = -4; dx <= 4; dx += 1) {
        const ring = Math.max(Math.abs(dx), Math.abs(dy));
        set(cx + dx, cy + dy, ring !== 2 && ring !== 4);
      }
    }
  }
  const centres = version === 1 ? [] : [6, ...ALIGNED[version - 1]!];
  for (const cx of centres) {
    for (const cy of centres) {
      const isCorner = (cx === 6 && cy === 6) || (cx === 6 && cy === size - 7) || (cx === size - 7 && cy === 6);
      if (isCorner) continue;
      for (let dy = -2; dy <= 2; dy += 1) {
        for (let dx = -2; dx <= 2; dx += 1) set(cx + dx, cy + dy, Math.max(Math.abs(dx), Math.abs(dy)) !== 1);
      }
    }
  }
  for (const [x, y] of formatPlaces(size).flat()) set(x, y, false);
  set(8, size - 8, true);
  if (version >= 7) setVersion(frame, version, size);
  return Object.assign(frame, { free: frame.map((row) => row.map((square) => square === undefined)) });
}

function setVersion(frame: Frame, version: number, size: number): void {
  let rest = version;
  for (let round = 0; round < 12; round += 1) rest = (rest << 1) ^ ((rest >>> 11) * 0x1f25);
  const bits = (version << 12) | rest;
  for (let at = 0; at < 18; at += 1) {
    const dark = ((bits >>> at) & 1) === 1;
    const [near, far] = [Math.floor(at / 3), size - 11 + (at % 3)];
    frame[near]![far] = dark;
    frame[far]![near] = dark;
  }
}

/** Where each of the fifteen bits of the format stands, twice, lowest first. */
function formatPlaces(size: number): (readonly [number, number])[][] {
  const range = (count: number) => Array.from({ length: count }, (_, at) => at);
  const first = [
    ...range(6).map((at) => [8, at] as const),
    [8, 7] as const,
    [8, 8] as const,
    [7, 8] as const,
    ...range(6).map((at) => [5 - at, 8] as const),
  ];
  const second = [
    ...range(8).map((at) => [size - 1 - at, 8] as const),
    ...range(7).map((at) => [8, size - 7 + at] as const),
  ];
  return [first, second];
}

/** Words into the frame: two columns at a time from the right, up and down, past the timing column. */
function fill(frame: Frame, words: readonly number[]): void {
  const size = frame.length;
  let at = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step += 1) {
      for (const x of [right, right - 1]) {
        const y = ((right + 1) & 2) === 0 ? size - 1 - step : step;
        if (frame[y]![x] !== undefined) continue;
        frame[y]![x] = ((words[at >>> 3] ?? 0) >>> (7 - (at & 7))) % 2 === 1;
        at += 1;
      }
    }
  }
}

function masked(frame: Frame & { free?: boolean[][] }, mask: number, version: number): Squares {
  const size = version * 4 + 17;
  const free = frame.free!;
  const drawn = frame.map((row, y) => row.map((dark, x) => dark === true !== (free[y]![x]! && MASKS[mask]!(x, y))));
  const data = (LEVEL_M << 3) | mask;
  let rest = data;
  for (let round = 0; round < 10; round += 1) rest = (rest << 1) ^ ((rest >>> 9) * 0x537);
  const bits = ((data << 10) | rest) ^ 0x5412;
  for (const places of formatPlaces(size)) {
    places.forEach(([x, y], at) => (drawn[y]![x] = ((bits >>> at) & 1) === 1));
  }
  return drawn;
}

/** How hard a code is to read: long runs of one colour, squares of two by two, far from half and half. */
function penalty(squares: Squares): number {
  const size = squares.length;
  const runs = (row: readonly boolean[]) => {
    let sum = 0;
    for (let at = 0, run = 0; at < size; at += 1) {
      run = row[at] === row[at - 1] ? run + 1 : 1;
      if (run === 5) sum += 3;
      if (run > 5) sum += 1;
    }
    return sum;
  };
  let sum = 0;
  let dark = 0;
  for (let y = 0; y < size; y += 1) {
    sum += runs(squares[y]!) + runs(squares.map((row) => row[y]!));
    for (let x = 0; x < size; x += 1) {
      if (squares[y]![x]) dark += 1;
      const one = squares[y]![x];
      if (x && y && one === squares[y]![x - 1] && one === squares[y - 1]![x] && one === squares[y - 1]![x - 1]) sum += 3;
    }
  }
  return sum + Math.floor(Math.abs((dark / size / size) * 20 - 10)) * 10;
}
