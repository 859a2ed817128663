// Who looked at what: the filters of the address, as the server asks for them, and as an export takes them along.

import { listInspectedLooks, listStandouts, type Schema } from "@jingwei/client";
import { askedOf, useRead, useUrlState } from "@jingwei/face";
import { computed } from "vue";

export type Look = Schema<"InspectedLookOut">;
export type Standout = Schema<"StandoutOut">;
type Kind = Look["kind"];
type Purpose = NonNullable<Parameters<typeof listInspectedLooks>[0]>["purpose"];

export const KINDS: readonly Kind[] = [
  "opened", "searched", "listened", "exported", "export_asked", "export_decided", "export_made", "downloaded", "list_taken", "inspected",
];
export const PURPOSES = ["contact_reporter", "follow_up", "answer_request", "supervision", "export", "mediate", "refer", "keep_record", "visit_resident", "serve_resident"] as const;
const HOURS_8 = "+08:00";

/** A day of the calendar as the moment at which it begins in China. */
export function dayBegins(day: string): string {
  return `${day}T00:00:00${HOURS_8}`;
}

/** The moment at which the next day begins. */
export function dayEnds(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return dayBegins(next.toISOString().slice(0, 10));
}

/** A moment's day in China. */
export function dayOf(moment: string): string {
  return new Date(new Date(moment).getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** Only what is said. */
export function given(state: Record<string, string>): Record<string, string | string[]> {
  const { from, to, ...rest } = state;
  const asked = askedOf(rest, ["kind"]);
  if (from) asked["since"] = dayBegins(from);
  if (to) asked["until"] = dayEnds(to);
  return asked;
}

export function useLooks() {
  const url = useUrlState({ words: "", kind: "", purpose: "", area: "", from: "", to: "", person_id: "", subject_id: "", target: "" });
  const asked = computed(() => given(url.state.value));
  const looks = useRead(
    listInspectedLooks,
    () => ({ ...asked.value, purpose: (url.state.value.purpose || undefined) as Purpose, limit: 50, ...(url.cursor.value ? { cursor: url.cursor.value } : {}) }),
    { keepsPrevious: true },
  );
  const standouts = useRead(
    listStandouts,
    () => ({
      ...(url.state.value.from ? { since: dayBegins(url.state.value.from) } : {}),
      ...(url.state.value.to ? { until: dayEnds(url.state.value.to) } : {}),
      ...(url.state.value.area ? { area: url.state.value.area } : {}),
    }),
    { keepsPrevious: true, staleTime: 300_000 },
  );
  const kinds = url.several("kind");
  /** The acts behind something that stands out: the same person, the same days, the same one. */
  function show(one: Standout): void {
    url.set({
      words: "", kind: "", purpose: "", person_id: one.person_id, subject_id: one.subject_id ?? "", target: one.target,
      from: dayOf(one.since), to: dayOf(one.until),
    });
  }
  return { url, asked, looks, standouts, kinds, show };
}
