// @ts-expect-error -- Node.js 18 has no crypto.subtle among jsdom's globals, and its types are not installed.
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { answerTo } from "./answer.js";
import { firstBits } from "./sha256.js";
import { tryFrom } from "./solve.js";

const bytes = (text: string) => new TextEncoder().encode(text);
/** Somebody else's, as the judge. */
const judged = (text: string): number => createHash("sha256").update(text, "utf8").digest().readUInt32BE(0) as number;

describe("the challenge", () => {
  it("hashes as everybody else does, over every length around a block", () => {
    expect(firstBits(bytes("abc"))).toBe(0xba7816bf);
    for (let length = 0; length < 200; length += 1) {
      const text = "经a".repeat(length).slice(0, length);
      expect(firstBits(bytes(text))).toBe(judged(text));
    }
  });

  it("finds the smallest answer, as the server's own programs do", () => {
    const answer = tryFrom("seed", "report", 10, 0, 100_000)!;
    const zeros = (n: number) => judged(`seed.report.${String(n)}`) >>> 22;
    expect(zeros(answer)).toBe(0);
    for (let smaller = 0; smaller < answer; smaller += 1) expect(zeros(smaller)).not.toBe(0);
    expect(tryFrom("seed", "report", 10, 0, answer)).toBeUndefined();
  });

  it("works without a worker, and stops when asked to", async () => {
    const challenge = { seed: "seed", bits: 10, until: "2026-11-29T00:00:00Z", is_needed: true };
    expect(await answerTo(challenge, "report", new AbortController().signal)).toEqual({ seed: "seed", answer: tryFrom("seed", "report", 10, 0, 100_000) });
    const impatient = new AbortController();
    const asked = answerTo({ ...challenge, bits: 31 }, "report", impatient.signal);
    setTimeout(() => impatient.abort());
    await expect(asked).rejects.toThrow();
  });
});
