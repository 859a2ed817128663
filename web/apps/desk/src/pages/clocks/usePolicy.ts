import { enterClockPolicy, listClockPolicies, type Schema } from "@jingwei/client";
import { cityDay } from "@jingwei/domain";
import { useRead, useWrite } from "@jingwei/face";
import { usePageText } from "@jingwei/ui";
import { ElMessage } from "element-plus/es/components/message/index";
import { computed, ref } from "vue";
import { text } from "./policyText.js";

export type Policy = Schema<"ClockPolicyOut">;

const WRITTEN = /^(\d+)([hdHD])$/;
/** What the system came with is as old as this; nobody entered it. */
const STANDARD = "2000-01-01";

/** The clock policies, in force and to come, and entering one. */
export function usePolicy() {
  const { t } = usePageText(text);
  const found = useRead(listClockPolicies);
  const present = computed(() => found.data.value?.[0]);
  const isStandard = computed(() => present.value?.from_on === STANDARD);
  const given = ref<Policy>();
  const entering = useWrite(enterClockPolicy, { changes: [listClockPolicies] });

  function limit(written: string): string {
    const parts = WRITTEN.exec(written);
    return parts ? t(`span.${parts[2] as "h"}`, { count: Number(parts[1]) }) : written;
  }
  function edit(): void {
    entering.reset();
    if (present.value) given.value = { ...(JSON.parse(JSON.stringify(present.value)) as Policy), from_on: cityDay(new Date()) };
  }
  function add(): void {
    given.value?.limits.push({ item_prefix: "", is_urgent: false, first_limit: "4h", progress_limit: "5d", solution_limit: "15d" });
  }
  async function save(): Promise<void> {
    if (!given.value) return;
    const day = given.value.from_on;
    const isDone = await entering.mutateAsync(given.value).then(() => true, () => false);
    if (!isDone) return;
    given.value = undefined;
    ElMessage.success(t("saved", { day }));
  }
  return { found, present, isStandard, given, entering, limit, edit, add, save };
}
