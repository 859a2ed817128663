// Having the device compute: beside the page where it can, on it in small pieces where it cannot.

import type { Schema } from "@jingwei/client";
import { tryFrom } from "./solve.js";

export type Challenge = Schema<"ChallengeOut">;
export type Answered = Schema<"AnsweredIn">;

const PIECE = 2_000;

/** Computes the answer for one report. Rejects when `signal` is aborted. */
export async function answerTo(challenge: Challenge, use: string, signal: AbortSignal): Promise<Answered> {
  signal.throwIfAborted();
  const { seed, bits } = challenge;
  const answer = (await byWorker(seed, use, bits, signal)) ?? (await onPage(seed, use, bits, signal));
  return { seed, answer };
}

function byWorker(seed: string, use: string, bits: number, signal: AbortSignal): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    let worker: Worker;
    try {
      worker = new Worker(new URL("./solve.worker.ts", import.meta.url), { type: "module" });
    } catch {
      return resolve(undefined);
    }
    const stop = () => {
      worker.terminate();
      reject(signal.reason as Error);
    };
    signal.addEventListener("abort", stop, { once: true });
    const end = (answer: number | undefined) => {
      signal.removeEventListener("abort", stop);
      worker.terminate();
      resolve(answer);
    };
    worker.onmessage = ({ data }: MessageEvent<number>) => end(data);
    worker.onerror = () => end(undefined);
    worker.postMessage({ seed, use, bits });
  });
}

async function onPage(seed: string, use: string, bits: number, signal: AbortSignal): Promise<number> {
  for (let from = 0; ; from += PIECE) {
    const answer = tryFrom(seed, use, bits, from, PIECE);
    if (answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve));
    signal.throwIfAborted();
  }
}
