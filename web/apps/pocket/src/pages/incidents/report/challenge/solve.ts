// Looking for the answer to a challenge: a number with which the digest of seed, report and itself begins with zeros.

import { firstBits } from "./sha256.js";

const text = new TextEncoder();

/** Tries `most` numbers from `from` on; the answer, or nothing among them. `bits` is at most 31. */
export function tryFrom(seed: string, use: string, bits: number, from: number, most: number): number | undefined {
  const start = `${seed}.${use}.`;
  for (let answer = from; answer < from + most; answer += 1) {
    if (firstBits(text.encode(start + String(answer))) >>> (32 - bits) === 0) return answer;
  }
  return undefined;
}
