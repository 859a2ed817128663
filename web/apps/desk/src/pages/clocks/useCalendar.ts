import {
  enterCalendarYear, listCalendarDays, listCalendarYears, listMissingCalendarYears, listWorkingHours, previewDeadline, setWorkingHours,
} from "@jingwei/client";
import { cityDay } from "@jingwei/domain";
import { useRead, useUrlState, useWrite } from "@jingwei/face";
import { usePageText } from "@jingwei/ui";
import { ElMessage } from "element-plus/es/components/message/index";
import { computed, reactive, ref, shallowRef, watch } from "vue";
import { text } from "./text.js";
import { clockOf, daysOf, halvesOf, holidaysOf, minutesOf, USUAL, type HalfDay, type Holiday } from "./year.js";

/** One year of the calendar, and entering it. */
export function useYear() {
  const { t } = usePageText(text);
  const url = useUrlState({ year: cityDay(new Date()).slice(0, 4) });
  const year = computed({ get: () => Number(url.state.value.year), set: (value) => url.set({ year: String(value) }) });
  const found = useRead(listCalendarDays, () => ({ year: year.value }), { keepsPrevious: true });
  const brief = computed(() => found.data.value?.year);
  const special = computed(() => new Map((found.data.value?.days ?? []).map((one) => [one.day_on, one])));
  const missing = useRead(listMissingCalendarYears);

  const isEditing = ref(false);
  const holidays = ref<Holiday[]>([]);
  const halves = ref<HalfDay[]>([]);
  const isIncomplete = ref(false);
  const entering = useWrite(enterCalendarYear, { changes: [listCalendarDays, listCalendarYears, listMissingCalendarYears, previewDeadline] });
  watch(year, () => (isEditing.value = false));

  const empty = (name = ""): Holiday => ({ name, from: "", to: "", makeUp: [] });
  function edit(): void {
    entering.reset();
    holidays.value = holidaysOf(found.data.value?.days ?? []);
    halves.value = halvesOf(found.data.value?.days ?? []);
    if (!holidays.value.length) holidays.value = USUAL.map((name) => empty(name));
    isEditing.value = true;
  }
  async function save(): Promise<void> {
    const rows = holidays.value.filter((one) => one.name || one.from || one.makeUp.length);
    isIncomplete.value = rows.some((one) => !one.name.trim() || !one.from || !one.to) || halves.value.some((one) => !one.name.trim() || !one.day);
    if (isIncomplete.value) return;
    const days = daysOf(rows, halves.value);
    const entered = year.value;
    const isDone = await entering.mutateAsync({ year: entered, days }).then(() => true, () => false);
    if (!isDone) return;
    isEditing.value = false;
    ElMessage.success(t("saved", { year: entered, n: days.length }));
  }
  return {
    year, found, brief, special, missing, isEditing, holidays, halves, isIncomplete, entering, edit, save, add: () => holidays.value.push(empty()),
    addHalf: () => halves.value.push({ name: "", day: "", half: "morning" }),
  };
}

/** The stretches of a working day. */
export function useHours() {
  const { t } = usePageText(text);
  const found = useRead(listWorkingHours);
  const stretches = ref<{ from: string; to: string }[]>([]);
  watch(
    () => found.data.value,
    (rows) => (stretches.value = (rows ?? []).map((one) => ({ from: clockOf(one.starts_minute), to: clockOf(one.ends_minute) }))),
    { immediate: true },
  );
  const total = computed(() => stretches.value.reduce((sum, one) => sum + minutesOf(one.to) - minutesOf(one.from), 0) / 60);
  const saving = useWrite(setWorkingHours, { changes: [listWorkingHours, previewDeadline] });
  async function save(): Promise<void> {
    const rows = stretches.value.map((one) => ({ starts_minute: minutesOf(one.from), ends_minute: minutesOf(one.to) }));
    const isDone = await saving.mutateAsync({ stretches: rows }).then(() => true, () => false);
    if (isDone) ElMessage.success(t("hours.saved"));
  }
  return { found, stretches, total, saving, save };
}

/** Until when a limit lasts. */
export function usePreview() {
  const given = reactive({ start: new Date(), count: 1, unit: "d" });
  const asked = shallowRef<{ start_at: string; limit: string }>();
  watch(
    given,
    () => (asked.value = given.start && given.count ? { start_at: given.start.toISOString(), limit: `${given.count}${given.unit}` } : undefined),
    { immediate: true },
  );
  const found = useRead(previewDeadline, () => asked.value ?? { start_at: "", limit: "" }, { enabled: () => !!asked.value, keepsPrevious: true });
  return { given, found };
}
