// An indicator coloured in by area: what the server counts, cut into classes.

import { getChoropleth, listMapIndicators } from "@jingwei/client";
import { useOwnArea, useRead } from "@jingwei/face";
import { classesOf, ramp, type ValueClass } from "@jingwei/map";
import { computed, onScopeDispose, ref, type Ref } from "vue";
import type { ColouredLevel, MapAddress } from "./address.js";
import type { AreaValue } from "./server.js";
import { shownDays } from "./timeline.js";

const TOWNSHIP = 9;

/** The two ends of the colours as the theme in force has them; asked anew when it changes. */
function useEnds(): Readonly<Ref<readonly [string, string]>> {
  const read = (): [string, string] => {
    const styles = getComputedStyle(document.documentElement);
    const token = (name: string) => styles.getPropertyValue(`--jw-${name}`).trim();
    const [quiet, full] = [token("brand-soft"), token("brand")];
    return /^#[\da-f]{6}$/i.test(quiet) && /^#[\da-f]{6}$/i.test(full) ? [quiet, full] : ["#e8f0fb", "#1f5fbf"];
  };
  const ends = ref(read());
  const looks = new MutationObserver(() => (ends.value = read()));
  looks.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  onScopeDispose(() => looks.disconnect());
  return ends;
}

export function useColours(address: Readonly<Ref<MapAddress>>) {
  const ends = useEnds();
  const indicators = useRead(listMapIndicators, undefined, { staleTime: 300_000 });
  const indicator = computed(() => indicators.data.value?.rows.find((one) => one.key === address.value.coloured?.indicator));
  /** Grids of a whole city would not be told apart: those of one township, which is chosen on the map or one's own. */
  const own = useOwnArea();
  const within = computed(() => {
    const { chosen } = address.value;
    if (chosen?.layer === "areas" && chosen.id.length >= TOWNSHIP) return chosen.id;
    return own.code.value.length >= TOWNSHIP ? own.code.value : null;
  });
  const needsTownship = computed(() => address.value.coloured?.level === "grid" && within.value === null);
  const given = computed(() => {
    const days = shownDays(address.value.period, address.value.moment);
    const level: ColouredLevel = address.value.coloured?.level ?? "township";
    return { indicator: address.value.coloured?.indicator ?? "", level, ...(days ?? {}), ...(level === "grid" && within.value ? { within: within.value } : {}) };
  });
  const query = useRead(getChoropleth, () => given.value, {
    enabled: () => indicator.value !== undefined && !needsTownship.value && (!indicator.value.needs_period || address.value.period !== null),
    keepsPrevious: true,
  });
  /** Nothing while other arguments are still being asked for another indicator. */
  const rows = computed<readonly AreaValue[]>(() => {
    const { data } = query;
    const isThis = data.value?.indicator === given.value.indicator && data.value.level === given.value.level;
    return address.value.coloured && data.value && isThis ? data.value.rows : [];
  });
  const classes = computed<ValueClass[]>(() => classesOf(rows.value.flatMap((one) => (one.value === null ? [] : [one.value])), ramp(...ends.value)));
  const values = computed(() => Object.fromEntries(rows.value.map((one) => [one.code, one.value])));
  return { indicators, indicator, query, rows, classes, values, needsTownship };
}

/** Figures of an indicator, short and without false precision; a share as per cent. */
export function figure(value: number, isShare = false): string {
  if (isShare) return `${Number((value * 100).toPrecision(3))}%`;
  if (Number.isInteger(value)) return value.toLocaleString("en-US");
  return Number(value.toPrecision(3)).toLocaleString("en-US");
}
