// Beside the page, so that it goes on answering to the thumb.

import { tryFrom } from "./solve";

const AT_ONCE = 20_000;

addEventListener("message", ({ data }: MessageEvent<{ seed: string; use: string; bits: number }>) => {
  for (let from = 0; ; from += AT_ONCE) {
    const answer = tryFrom(data.seed, data.use, data.bits, from, AT_ONCE);
    if (answer !== undefined) return postMessage(answer);
  }
});
