// The list of today, by what presses or, where somebody says where they stand, by what is near.

import { getAreaOutline, getToday, type Schema } from "@jingwei/client";
import { isPosition, locate, type PositionProblem } from "@jingwei/device";
import { useRead, useSession } from "@jingwei/face";
import type { Stop } from "@jingwei/map";
import { computed, ref, shallowRef } from "vue";

export type Row = Schema<"TodayRowOut">;

interface Here {
  lon: number;
  lat: number;
  datum: Schema<"Datum">;
}

/** A hundred metres or so: enough for an order, and no trace of a walk in the server's logs. */
const PLACES = 3;
const HOUR = 3_600_000;

// Where one stands is asked once and kept while the page lives, never written down.
const here = shallowRef<Here>();

export function useToday() {
  const session = useSession();
  const isAsking = ref(false);
  const problem = ref<PositionProblem>();

  const query = useRead(
    getToday,
    () => (here.value ? { lon: rounded(here.value.lon), lat: rounded(here.value.lat), datum: here.value.datum } : undefined) as never,
    { keepsPrevious: true },
  );
  const waiting = computed(() => query.data.value?.waiting ?? []);
  const watched = computed(() => query.data.value?.watched ?? []);
  const areaCode = computed(() => session.me?.post?.area_code ?? "");

  async function findHere(): Promise<void> {
    if (isAsking.value) return;
    isAsking.value = true;
    problem.value = undefined;
    const found = await locate();
    isAsking.value = false;
    if (isPosition(found)) here.value = { lon: found.lon, lat: found.lat, datum: found.datum };
    else problem.value = found.problem;
  }
  function forgetHere(): void {
    here.value = undefined;
    problem.value = undefined;
  }

  return { query, waiting, watched, areaCode, here, isAsking, problem, findHere, forgetHere };
}

export function useOutlines(areaCode: () => string, enabled: () => boolean) {
  return useRead(getAreaOutline, () => ({ code: areaCode() }), { enabled: () => enabled() && areaCode() !== "", staleTime: HOUR });
}

/** The rows that have a place, numbered as in the list. */
export function stopsOf(rows: readonly Row[], spoken: (row: Row, mark: string) => string): Stop[] {
  return rows.flatMap((row, at): Stop[] => {
    if (row.lon === null || row.lat === null) return [];
    const mark = String(at + 1);
    return [{ id: row.id, lon: row.lon, lat: row.lat, mark, colour: row.colour, title: spoken(row, mark) }];
  });
}

function rounded(degrees: number): number {
  return Number(degrees.toFixed(PLACES));
}
