// Pictures as a container hands them over: text that stands for bytes.

import type { Taken } from "./contracts";

const STARTS: readonly (readonly [string, string, string])[] = [
  ["/9j/", "image/jpeg", "jpg"],
  ["iVBORw0KGgo", "image/png", "png"],
  ["UklGR", "image/webp", "webp"],
];
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** A file of base 64, with or without the head of a data address; undefined where it is no picture. */
export function pictureFrom(written: string, number: number): File | undefined {
  // Some phones break the text into lines, and iPhones say "jgp".
  const bare = written.replace(/^data:[^,]*,/, "").replace(/\s+/g, "");
  const start = STARTS.find(([head]) => bare.startsWith(head));
  if (!start || !BASE64.test(bare)) return undefined;
  const bytes = Uint8Array.from(atob(bare), (one) => one.charCodeAt(0));
  return new File([bytes], `photo-${number}.${start[2]}`, { type: start[1] });
}

/** What could be read of what was chosen. */
export function filesOf(written: readonly (string | undefined)[]): Taken {
  const files = written.map((one, at) => (one ? pictureFrom(one, at + 1) : undefined)).filter((one) => one !== undefined);
  return files.length > 0 ? { files } : { problem: "unavailable" };
}
