// The slow part, beside the page: a 12 MB photo must not stop a thumb.

import { shrink } from "./shrink";

addEventListener("message", ({ data }: MessageEvent<{ id: number; file: Blob }>) => {
  shrink(data.file, (width, height) => new OffscreenCanvas(width, height)).then(
    (small) => postMessage({ id: data.id, small }),
    () => postMessage({ id: data.id }),
  );
});
