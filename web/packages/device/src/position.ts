// Where the phone is, in one question and one answer: a position, or why there is none.

import type { Located } from "./contracts";

/** Beyond this a position names a quarter of the town, not a place: it opens the map, it does not fill the form. */
export const COARSE_M = 500;

const PROBLEMS: Record<number, "denied" | "unavailable" | "timeout"> = { 1: "denied", 2: "unavailable", 3: "timeout" };

/** Ask the browser once. It never throws; `within_ms` bounds the wait, so that nobody looks at a spinner. */
export function locateByBrowser(within_ms = 8000): Promise<Located> {
  if (!navigator.geolocation) return Promise.resolve({ problem: "unavailable" });
  return new Promise((answer) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const found = {
          lon: coords.longitude,
          lat: coords.latitude,
          datum: "wgs84" as const,
          accuracy_m: Math.round(coords.accuracy),
        };
        answer(found.accuracy_m > COARSE_M ? { problem: "coarse", near: found } : found);
      },
      (error) => answer({ problem: PROBLEMS[error.code] ?? "unavailable" }),
      { enableHighAccuracy: true, timeout: within_ms, maximumAge: 30_000 },
    );
  });
}
