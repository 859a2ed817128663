// Where the phone is, in one question and one answer: a position, or why there is none.

import type { Datum, Located } from "./contracts";

/** Beyond this a position names a quarter of the town, not a place: it opens the map, it does not fill the form. */
export const COARSE_M = 500;

const PROBLEMS: Record<number, "denied" | "unavailable" | "timeout"> = { 1: "denied", 2: "unavailable", 3: "timeout" };

/** A position as found, in the system it was found in: the server converts, once. Nonsense is no position. */
export function judged(lon: number, lat: number, datum: Datum, accuracy: number): Located {
  const isOnTheGlobe = Number.isFinite(lon) && Number.isFinite(lat) && Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
  // Phones without a fix answer 0, 0: a place in the Gulf of Guinea.
  if (!isOnTheGlobe || (lon === 0 && lat === 0)) return { problem: "unavailable" };
  // Who does not say how sure they are is not to be relied on.
  const found = { lon, lat, datum, accuracy_m: Number.isFinite(accuracy) && accuracy > 0 ? Math.round(accuracy) : COARSE_M + 1 };
  return found.accuracy_m > COARSE_M ? { problem: "coarse", near: found } : found;
}

/** Ask the browser once. It never throws; `within_ms` bounds the wait, so that nobody looks at a spinner. */
export function locateByBrowser(within_ms = 8000): Promise<Located> {
  if (!navigator.geolocation) return Promise.resolve({ problem: "unavailable" });
  return new Promise((answer) => {
    // Browsers do not count the time in which they ask the person for leave.
    const late = setTimeout(() => answer({ problem: "timeout" }), within_ms * 2);
    const end = (located: Located) => {
      clearTimeout(late);
      answer(located);
    };
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => end(judged(coords.longitude, coords.latitude, "wgs84", coords.accuracy)),
      (error) => end({ problem: PROBLEMS[error.code] ?? "unavailable" }),
      { enableHighAccuracy: true, timeout: within_ms, maximumAge: 30_000 },
    );
  });
}
