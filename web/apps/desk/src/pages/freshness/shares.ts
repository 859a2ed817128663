// What part of the records is fresh, and in which order areas are shown.

interface Counted {
  records: number;
  fresh: number;
}

/** In whole percent; never 100 while one is due, never 0 while one is fresh. */
export function shareOf(one: Counted): number {
  if (!one.records) return 0;
  const share = Math.round((100 * one.fresh) / one.records);
  if (share === 100 && one.fresh < one.records) return 99;
  return share === 0 && one.fresh ? 1 : share;
}

/** Most due first: where work waits, not who is worst; or by area. */
export function sorted<Row extends Counted & { area_code: string }>(rows: readonly Row[], order: string): Row[] {
  const byCode = (a: Row, b: Row) => a.area_code.localeCompare(b.area_code);
  return [...rows].sort(order === "code" ? byCode : (a, b) => b.records - b.fresh - (a.records - a.fresh) || byCode(a, b));
}
