// Saved views of this list: one's own in one's order, and those that colleagues share.

import { changeView, deleteView, listViews, orderViews, saveView, type Schema } from "@jingwei/client";
import { useRead, useWrite } from "@jingwei/face";
import { computed } from "vue";

export type View = Schema<"ViewOut">;
const PLACE = "incidents" as const;

export function useViews() {
  const query = useRead(listViews, () => ({ place: PLACE }));
  const changes = { changes: [listViews] };
  const saving = useWrite(saveView, changes);
  const changing = useWrite(changeView, changes);
  const ordering = useWrite(orderViews, changes);
  const deleting = useWrite(deleteView, changes);
  const views = computed<View[]>(() => query.data.value ?? []);
  const own = computed(() => views.value.filter((view) => view.is_own));

  function change(view: View, now: Partial<Pick<View, "name" | "query" | "is_default" | "is_shared">>) {
    const { id, name, query: line, is_default, is_shared } = { ...view, ...now };
    return changing.mutateAsync({ view_id: id, name, query: line, is_default, is_shared });
  }

  /** One place up or down among one's own. */
  function move(view: View, steps: 1 | -1) {
    const ids = own.value.map((one) => one.id);
    const at = ids.indexOf(view.id);
    const other = ids[at + steps];
    if (at < 0 || other === undefined) return undefined;
    ids[at] = other;
    ids[at + steps] = view.id;
    return ordering.mutateAsync({ place: PLACE, view_ids: ids });
  }

  return {
    query,
    views,
    own,
    saving,
    save: (name: string, line: string, options: { is_default: boolean; is_shared: boolean }) =>
      saving.mutateAsync({ place: PLACE, name, query: line, ...options }),
    change,
    move,
    remove: (view: View) => deleting.mutateAsync({ view_id: view.id }),
    error: computed(() => changing.error.value ?? ordering.error.value ?? deleting.error.value),
  };
}
