// Where one stands in the list, and what is marked: j/k, x, ranges. Knows ids only.

import { computed, ref, watch, type Ref } from "vue";

export interface Cursor {
  currentId: Readonly<Ref<string | null>>;
  selected: Readonly<Ref<ReadonlySet<string>>>;
  goTo: (id: string | null) => void;
  /** Returns false at the end of the list. */
  move: (steps: 1 | -1) => boolean;
  toggle: (id: string, options?: { isRange?: boolean }) => void;
  selectAll: (isOn: boolean) => void;
  clear: () => void;
}

/** What the server does at once, and what can be looked over before it is done. */
export const MOST_MARKED = 50;

/** `ids` in the order of the list. Who stands on a row that goes away stands on the one that took its place. */
export function useCursor(ids: Readonly<Ref<readonly string[]>>, start: string | null = null): Cursor {
  const currentId = ref(start);
  const marked = ref<ReadonlySet<string>>(new Set());
  let anchor: string | null = null;

  watch(ids, (now, before) => {
    const stood = currentId.value ? before.indexOf(currentId.value) : -1;
    // An address may name a matter that is not in the list: it stays until somebody moves.
    if (stood >= 0 && !now.includes(currentId.value as string)) currentId.value = neighbour(before, now, stood);
    const present = new Set(now);
    if ([...marked.value].some((id) => !present.has(id))) {
      marked.value = new Set([...marked.value].filter((id) => present.has(id)));
    }
  });

  function goTo(id: string | null): void {
    currentId.value = id;
    if (marked.value.size === 0) anchor = id; // a range begins at the last mark, wherever one goes from there
  }

  function move(steps: 1 | -1): boolean {
    const list = ids.value;
    const stood = currentId.value ? list.indexOf(currentId.value) : -1;
    const next = stood < 0 ? list[steps > 0 ? 0 : list.length - 1] : list[stood + steps];
    if (next === undefined) return false;
    goTo(next);
    return true;
  }

  function toggle(id: string, { isRange = false } = {}): void {
    const next = new Set(marked.value);
    const from = anchor ? ids.value.indexOf(anchor) : -1;
    const to = ids.value.indexOf(id);
    if (isRange && from >= 0 && to >= 0) {
      for (const one of ids.value.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(one);
    } else if (!next.delete(id)) {
      next.add(id);
    }
    marked.value = atMost(next);
    anchor = id;
  }

  function selectAll(isOn: boolean): void {
    marked.value = atMost(new Set(isOn ? ids.value : []));
  }

  return { currentId, selected: computed(() => marked.value), goTo, move, toggle, selectAll, clear: () => selectAll(false) };
}

function atMost(ids: ReadonlySet<string>): ReadonlySet<string> {
  return ids.size <= MOST_MARKED ? ids : new Set([...ids].slice(0, MOST_MARKED));
}

/** The next row that is still there, else the one before. */
function neighbour(before: readonly string[], now: readonly string[], stood: number): string | null {
  const present = new Set(now);
  const after = before.slice(stood + 1).find((id) => present.has(id));
  return after ?? before.slice(0, stood).findLast((id) => present.has(id)) ?? now[0] ?? null;
}
