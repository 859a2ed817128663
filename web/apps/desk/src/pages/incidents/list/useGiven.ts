// The fields an action asks for, and whether they are filled in.

import { listUnitPosts } from "@jingwei/client";
import { useRead } from "@jingwei/face";
import { computed, reactive, ref } from "vue";
import type { Row } from "./columns.js";
import type { Action, Given } from "./useActing.js";

const LEAST_REMARK = 2;
/** What was written last for an action stands there again: twenty returns have the same reason more often than not. */
const lastRemarks = new Map<Action, string>();

export function useGiven(props: { action: Action; rows: Row[]; needs: string[] }) {
  const lacking = computed(() => props.rows.filter((row) => !row.item_code));
  const asks = computed(() => ({
    item: props.needs.includes("item") && lacking.value.length > 0,
    unit: props.needs.includes("unit"),
    assignee: props.needs.includes("assignee"),
    until: props.needs.includes("until"),
    remark: props.needs.includes("remark") ? ("must" as const) : props.needs.includes("unit") ? ("may" as const) : null,
  }));
  const given = reactive({
    item_code: "",
    unit_id: "",
    post_id: null as string | null,
    until: null as string | null,
    handle_limit: "",
    remark: props.needs.includes("remark") ? (lastRemarks.get(props.action) ?? "") : "",
  });
  const wasTried = ref(false);

  const colleagues = useRead(listUnitPosts, undefined, { enabled: () => asks.value.assignee });

  const wrong = computed(() => {
    const remark = given.remark.trim().length;
    const hasLimit = Boolean(given.handle_limit);
    return {
      item: asks.value.item && !given.item_code,
      unit: asks.value.unit && !given.unit_id,
      assignee: asks.value.assignee && !given.post_id,
      until: asks.value.until && !given.until,
      remark: (asks.value.remark === "must" || hasLimit) && remark < LEAST_REMARK,
    };
  });
  const faults = computed(() => (wasTried.value ? wrong.value : NO_FAULTS));

  /** What to send; nothing while something is missing, and then the faults are shown. */
  function ready(): Given | null {
    wasTried.value = true;
    if (Object.values(wrong.value).some(Boolean)) return null;
    const remark = given.remark.trim();
    if (asks.value.remark === "must") lastRemarks.set(props.action, remark);
    return {
      ...(remark ? { remark } : {}),
      ...(asks.value.item ? { item_code: given.item_code } : {}),
      ...(asks.value.unit ? { unit_id: given.unit_id, handle_limit: given.handle_limit } : {}),
      ...(asks.value.assignee ? { post_id: given.post_id } : {}),
      // The end of that day in the city.
      ...(asks.value.until && given.until ? { until: `${given.until}T18:00:00+08:00` } : {}),
    };
  }

  return { given, asks, faults, lacking, colleagues, ready };
}

const NO_FAULTS = { item: false, unit: false, assignee: false, until: false, remark: false };
