// A picture made small: decoded, drawn at the stored size, written as JPEG. Runs in a worker where there are any.

export const LONG_SIDE_PX = 2048;
export const AIMED_BYTES = 400 * 1024;
/** Each try is smaller; the last is taken as it comes. */
const TRIES: readonly { side: number; quality: number }[] = [
  { side: LONG_SIDE_PX, quality: 0.82 },
  { side: LONG_SIDE_PX, quality: 0.7 },
  { side: LONG_SIDE_PX, quality: 0.58 },
  { side: 1600, quality: 0.7 },
  { side: 1600, quality: 0.55 },
  { side: 1280, quality: 0.55 },
];

export interface Small {
  blob: Blob;
  width: number;
  height: number;
}

type Surface = OffscreenCanvas | HTMLCanvasElement;
type Paint = (width: number, height: number) => Surface;

/** Raises whatever the browser raises for a picture it cannot open. */
export async function shrink(file: Blob, paint: Paint): Promise<Small> {
  const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" });
  try {
    return await squeeze(bitmap, paint);
  } finally {
    bitmap.close();
  }
}

async function squeeze(bitmap: ImageBitmap, paint: Paint): Promise<Small> {
  let surface: Surface | undefined;
  let best: Small | undefined;
  for (const { side, quality } of TRIES) {
    const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height));
    const width = Math.max(1, Math.round(bitmap.width * scale));
    const height = Math.max(1, Math.round(bitmap.height * scale));
    if (surface?.width !== width || surface.height !== height) {
      surface = paint(width, height);
      draw(surface, bitmap);
    }
    const blob = await written(surface, quality);
    best = { blob, width, height };
    if (blob.size <= AIMED_BYTES) break;
  }
  return best!;
}

function draw(surface: Surface, bitmap: ImageBitmap): void {
  const context = surface.getContext("2d") as CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D | null;
  if (!context) throw new DOMException("No canvas", "NotSupportedError");
  context.fillStyle = "#fff"; // what shines through a PNG
  context.fillRect(0, 0, surface.width, surface.height);
  context.imageSmoothingQuality = "high";
  context.drawImage(bitmap, 0, 0, surface.width, surface.height);
}

async function written(surface: Surface, quality: number): Promise<Blob> {
  if ("convertToBlob" in surface) return surface.convertToBlob({ type: "image/jpeg", quality });
  return new Promise((resolve, reject) => {
    surface.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new DOMException("The canvas is empty", "EncodingError"))),
      "image/jpeg",
      quality,
    );
  });
}
