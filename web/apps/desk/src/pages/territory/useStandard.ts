import { getGridStandard, setGridStandard } from "@jingwei/client";
import { cityDay } from "@jingwei/domain";
import { useOwnArea, useRead, useSession, useUrlState, useWrite } from "@jingwei/face";
import { useNow, usePageText } from "@jingwei/ui";
import { ElMessage } from "element-plus/es/components/message/index";
import { computed, reactive, ref } from "vue";
import { text } from "./text.js";
import type { StandardRow } from "./types.js";

export const HECTARE_M2 = 10_000;
/** A standard is the city's. */
const CITY = 4;

/** One line as it is typed: areas in hectares, nothing for no limit. */
export interface Line {
  layer: StandardRow["layer"];
  kind: StandardRow["kind"];
  minHa: number | undefined;
  maxHa: number | undefined;
  minHouseholds: number | undefined;
  maxHouseholds: number | undefined;
  isStrict: boolean;
}

const hectares = (m2: number | null | undefined) => (m2 === null || m2 === undefined ? undefined : m2 / HECTARE_M2);
const metres = (ha: number | undefined) => (ha === undefined || ha === null ? null : Math.round(ha * HECTARE_M2));

export const lineOf = (row: StandardRow): Line => ({
  layer: row.layer, kind: row.kind, minHa: hectares(row.min_area_m2), maxHa: hectares(row.max_area_m2),
  minHouseholds: row.min_households ?? undefined, maxHouseholds: row.max_households ?? undefined, isStrict: row.is_strict,
});
export const rowOf = (line: Line): StandardRow => ({
  layer: line.layer, kind: line.kind, min_area_m2: metres(line.minHa), max_area_m2: metres(line.maxHa),
  min_households: line.minHouseholds ?? null, max_households: line.maxHouseholds ?? null, is_strict: line.isStrict,
});

/** The city's standard of a day, and writing the next one. */
export function useStandard() {
  const { t } = usePageText(text);
  const session = useSession();
  const own = useOwnArea();
  const now = useNow();
  const address = useUrlState({ on: "" });
  const query = useRead(getGridStandard, () => (address.state.value.on ? { on: address.state.value.on } : {}), { keepsPrevious: true });
  const mayEdit = computed(() => session.may("manage_territory") && own.code.value.length <= CITY);
  const isEditing = ref(false);
  const form = reactive({ from: "", basis: "", lines: [] as Line[] });
  const saves = useWrite(setGridStandard, { changes: [getGridStandard] });

  function edit(): void {
    const found = query.data.value;
    Object.assign(form, { from: cityDay(now.value), basis: found?.basis ?? "", lines: (found?.rows ?? []).map(lineOf) });
    saves.reset();
    isEditing.value = true;
  }
  const add = () =>
    form.lines.push({ layer: "small", kind: "urban", minHa: undefined, maxHa: undefined, minHouseholds: undefined, maxHouseholds: undefined, isStrict: false });
  async function save(): Promise<void> {
    const on = form.from;
    const done = await saves.mutateAsync({ valid_from_on: on, basis: form.basis.trim(), rows: form.lines.map(rowOf) }).then(() => true, () => false);
    if (!done) return;
    isEditing.value = false;
    address.set({ on: on > cityDay(now.value) ? on : "" });
    ElMessage.success(t("standard.saved", { on }));
  }
  return { address, query, mayEdit, isEditing, form, saves, edit, add, save };
}
