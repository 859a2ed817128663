import { describe, expect, it } from "vitest";
import { answerTo } from "./answer.js";
import { firstBits } from "./sha256.js";
import { tryFrom } from "./solve.js";

const bytes = (text: string) => new TextEncoder().encode(text);
/** The browser's own, as the judge. */
const judged = async (text: string) => new DataView(await crypto.subtle.digest("SHA-256", bytes(text))).getUint32(0);

describe("the challenge", () => {
  it("hashes as everybody else does, over every length around a block", async () => {
    expect(firstBits(bytes("abc"))).toBe(0xba7816bf);
    for (let length = 0; length < 200; length += 1) {
      const text = "经a".repeat(length).slice(0, length);
      expect(firstBits(bytes(text))).toBe(await judged(text));
    }
  });

  it("finds the smallest answer, as the server's own programs do", async () => {
    const answer = tryFrom("seed", "report", 10, 0, 100_000)!;
    const zeros = async (n: number) => (await judged(`seed.report.${String(n)}`)) >>> 22;
    expect(await zeros(answer)).toBe(0);
    for (let smaller = 0; smaller < answer; smaller += 1) expect(await zeros(smaller)).not.toBe(0);
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
