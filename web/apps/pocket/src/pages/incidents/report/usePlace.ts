// Where it is: the phone's own position, the photo's, a few characters, the list of areas, a pin on the map.

import { describePosition, findPlaces, Refusal, type Schema } from "@jingwei/client";
import { isPosition, locate, type Position, type PositionProblem } from "@jingwei/device";
import { ref, shallowRef, watch, type Ref } from "vue";
import type { PlacedBy, Report } from "./useReport.js";

export type Found = Schema<"FoundPlaceOut">;

/** Why there is no place yet: what the phone said, or what the server said of the position. */
export type PlaceProblem = PositionProblem | "outside" | "";

const LISTEN_AFTER_MS = 300;
const OUTSIDE = "areas.outside_city";
export const LEAST_LETTERS = 2;

export interface Placing {
  isLocating: Ref<boolean>;
  problem: Ref<PlaceProblem>;
  error: Ref<unknown>;
  /** What the phone found though it is too coarse: good enough to open the map there. */
  near: Ref<Position | undefined>;
  here: () => Promise<void>;
  /** A position by whatever way; the server says which area it is. */
  at: (position: Pick<Position, "lon" | "lat" | "datum"> & { accuracy_m?: number | null }, by: PlacedBy) => Promise<boolean>;
  take: (found: Found) => void;
}

export function usePlace(report: Report): Placing {
  const isLocating = ref(false);
  const problem = ref<PlaceProblem>("");
  const error = shallowRef<unknown>();
  const near = shallowRef<Position>();

  async function here(): Promise<void> {
    if (isLocating.value) return;
    isLocating.value = true;
    problem.value = "";
    error.value = undefined;
    try {
      const found = await locate();
      if (isPosition(found)) {
        near.value = found;
        await at(found, "here");
      } else {
        near.value = found.near;
        problem.value = found.problem;
      }
    } finally {
      isLocating.value = false;
    }
  }

  async function at(position: Parameters<Placing["at"]>[0], by: PlacedBy): Promise<boolean> {
    const { lon, lat, datum } = position;
    const accuracy = position.accuracy_m ?? null;
    try {
      const found = await describePosition({ lon, lat, datum });
      const areaName = spoken(found.area_name.split(" "));
      // What stands there is written down for whoever has not said it, where the position is good enough to know.
      const isClose = accuracy === null || accuracy <= CLOSE_M;
      const address = report.said.value.place.address.trim() || (isClose ? found.address : "");
      // The server has converted it: from here on it is WGS-84, and the map can show it.
      report.place({ by, lon: found.lon, lat: found.lat, datum: "wgs84", accuracy_m: accuracy, areaCode: found.area_code, areaName, address });
      problem.value = "";
      return true;
    } catch (reason) {
      if (reason instanceof Refusal && reason.code === OUTSIDE) {
        problem.value = "outside";
        return false;
      }
      if (reason instanceof Refusal) {
        error.value = reason;
        return false;
      }
      // Without an answer the position stands by itself; the server finds the area when the report arrives.
      report.place({ by, lon, lat, datum, accuracy_m: accuracy });
      return true;
    }
  }

  /** A suggestion: its position where it has one, else its area; what was typed stays as the words of the place. */
  function take(found: Found): void {
    const typed = report.said.value.place.address.trim();
    const isLandmark = found.sort !== "area";
    report.place({
      by: "words",
      lon: isLandmark ? found.lon : null,
      lat: isLandmark ? found.lat : null,
      accuracy_m: isLandmark && found.lon !== null ? (found.sort === "landmark" ? LANDMARK_M : PLACE_M) : null,
      areaCode: found.area_code,
      areaName: spoken(found.area_name.split(" ")),
      address: isLandmark && !typed.includes(found.name) ? found.name : isLandmark ? typed : "",
    });
    problem.value = "";
  }

  return { isLocating, problem, error, near, here, at, take };
}

/** Areas as people say them: a grid that carries its community's name says it once. */
export function spoken(names: readonly string[]): string {
  return names.filter((name, at) => !names[at + 1]?.startsWith(name)).join(" ");
}

/** A landmark is a road or an estate: its middle is that far from the door, give or take. */
const LANDMARK_M = 300;
/** A place of the gazetteer is where somebody put it; the door may be at its other end. */
const PLACE_M = 100;
/** A position that is off by more says nothing of what stands beside it. */
const CLOSE_M = 100;

/** Suggestions for what is typed, once the typing rests. */
export function useSuggestions(words: () => string, near: () => Position | undefined) {
  const found = shallowRef<Found[]>([]);
  const isAsking = ref(false);
  const isUnanswered = ref(false);
  let asked: AbortController | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function ask(text: string): Promise<void> {
    asked?.abort();
    const mine = (asked = new AbortController());
    isAsking.value = true;
    const at = near();
    try {
      found.value = await findPlaces(
        { words: text, ...(at ? { lon: at.lon, lat: at.lat, datum: at.datum } : {}) },
        { signal: mine.signal },
      );
      isUnanswered.value = false;
    } catch (reason) {
      if (mine.signal.aborted) return;
      found.value = [];
      isUnanswered.value = !(reason instanceof Refusal);
    }
    isAsking.value = false;
  }

  watch(words, (typed, _before, onCleanup) => {
    clearTimeout(timer);
    const text = typed.trim().slice(0, 60);
    if (text.length < LEAST_LETTERS) {
      asked?.abort();
      found.value = [];
      isAsking.value = false;
      return;
    }
    timer = setTimeout(() => void ask(text), LISTEN_AFTER_MS);
    onCleanup(() => clearTimeout(timer));
  }, { immediate: true });

  return { found, isAsking, isUnanswered };
}
