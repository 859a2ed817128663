// What waits for a leader, and what is late or nearly late in their area or unit. What can be done, the server says.

import { listExportsToDecide, listIncidents, urgeIncident, type Schema } from "@jingwei/client";
import { duration } from "@jingwei/domain";
import { useRead, useSession } from "@jingwei/face";
import { useExplanation, useLocale, useNow, usePageText } from "@jingwei/ui";
import { computed, ref, type ComputedRef, type Ref } from "vue";
import { toast } from "@/parts/index.js";
import { text } from "./text.js";

export type Row = Schema<"ListedOut">;
export type Export = Schema<"ExportOut">;
type Page = Schema<"ListPageOut">;

const FIRST = 10;
const MORE = 20;
const MOST = 90;

export interface Part {
  rows: ComputedRef<Row[]>;
  /** "12", or "90+" where the list goes on. */
  count: ComputedRef<string>;
  /** How many more a tap shows; none where all are there, or as many as a phone should hold. */
  more: ComputedRef<number>;
  isCapped: ComputedRef<boolean>;
  query: ReturnType<typeof useRead<typeof listIncidents>>;
  showMore: () => void;
}

function usePart(wanted: Record<string, unknown>, enabled: () => boolean): Part {
  const shown = ref(FIRST);
  const query = useRead(
    listIncidents,
    () => ({ ...wanted, order: "due", size: MOST }) as Parameters<typeof listIncidents>[0],
    { enabled, keepsPrevious: true },
  );
  const page = computed<Page | undefined>(() => query.data.value);
  const all = computed(() => page.value?.rows ?? []);
  const rows = computed(() => all.value.slice(0, shown.value));
  return {
    query,
    rows,
    count: computed(() => `${all.value.length}${page.value?.next_cursor ? "+" : ""}`),
    more: computed(() => Math.min(MORE, all.value.length - rows.value.length)),
    isCapped: computed(() => Boolean(page.value?.next_cursor) && rows.value.length === all.value.length),
    showMore: () => (shown.value += MORE),
  };
}

export function useLeading() {
  const session = useSession();
  const isIn = () => session.status === "in";
  const decides = () => isIn() && session.may("decide_extension");
  const assigns = () => isIn() && session.may("assign_task");
  const consents = () => isIn() && session.may("approve_export");

  const asked = usePart({ bucket: "to_decide" }, decides);
  const toTake = usePart({ bucket: "to_take" }, assigns);
  const late = usePart({ is_overdue: true }, isIn);
  const slipping = usePart({ is_slipping: true }, isIn);
  const exports = useRead(listExportsToDecide, {}, { enabled: consents });
  const exportRows = computed<Export[]>(() => exports.data.value?.rows ?? []);

  const wanted = computed(() => [
    ...(decides() ? [asked.query] : []), ...(assigns() ? [toTake.query] : []), ...(consents() ? [exports] : []),
    late.query, slipping.query,
  ]);
  /** All of it as one: read when every part is there, failed when one is not. */
  const query = {
    isPending: computed(() => wanted.value.some((one) => one.data.value === undefined && !one.error.value)),
    error: computed(() => wanted.value.find((one) => one.error.value && one.data.value === undefined)?.error.value ?? null),
    data: computed(() => (wanted.value.every((one) => one.data.value !== undefined) ? true : undefined)),
    refetch: () => Promise.all(wanted.value.map((one) => one.refetch())),
  };
  const decisions = computed(() => {
    const count = [asked, toTake].reduce((sum, part) => sum + (part.query.data.value?.rows.length ?? 0), exportRows.value.length);
    const goesOn = [asked, toTake].some((part) => part.query.data.value?.next_cursor);
    return `${count}${goesOn ? "+" : ""}`;
  });
  return { asked, toTake, late, slipping, exportRows, query, decisions };
}

// From when each matter can be urged again: told by the server, kept while the page's code lives.
const again = ref<Record<string, string>>({});

/** Urging at one tap. A second tap while the first is on its way does nothing. */
export function useUrging(): { busy: Ref<string>; urge: (row: Row) => Promise<void>; againOf: (id: string) => string } {
  const busy = ref("");
  const now = useNow();
  const locale = useLocale();
  const explain = useExplanation();
  const { t } = usePageText(text);

  async function urge(row: Row): Promise<void> {
    if (busy.value) return;
    busy.value = row.id;
    try {
      const done = await urgeIncident({ incident_id: row.id, version: row.version, remark: "" });
      if (done.urged) again.value = { ...again.value, [row.id]: done.urged.again_at };
      toast(t("urgedNow", { title: row.title }));
    } catch (refused) {
      toast(explain(refused).message);
    } finally {
      busy.value = "";
    }
  }
  function againOf(id: string): string {
    const at = again.value[id];
    if (!at || new Date(at) <= now.value) return "";
    return duration(new Date(at).getTime() - now.value.getTime(), locale.value);
  }
  return { busy, urge, againOf };
}
