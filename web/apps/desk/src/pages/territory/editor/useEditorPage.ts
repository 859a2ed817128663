import { useUrlState } from "@jingwei/face";
import type { DrawMap, Drawn, Mark } from "@jingwei/map";
import { ground } from "@jingwei/map";
import { usePageText } from "@jingwei/ui";
import { ElMessage } from "element-plus/es/components/message/index";
import type { Geometry } from "geojson";
import { computed, nextTick, ref, useTemplateRef, watch } from "vue";
import type { Fault } from "../types.js";
import { layersIn, shapeOf, upper, type Layer } from "../words.js";
import { text } from "./text.js";
import { useEditor } from "./useEditor.js";
import { useTools, type Tool } from "./useTools.js";

const TONES = { same: "plain", new: "new", changed: "changed" } as const;
/** Half the side of the square that is looked at around a fault without a shape of its own, in degrees: some 200 m. */
const AROUND = 0.002;

interface MapHandle {
  fit: (shapes: readonly ground.Shape[]) => void;
  undo: () => void;
  redo: () => void;
  finish: () => void;
  put: (shape: unknown) => void;
}

/** The editor as a page: what is looked at, chosen and lit; map and lists say the same. */
export function useEditorPage(draftId: () => string) {
  const { t, say } = usePageText(text);
  const editor = useEditor(draftId);
  const draft = computed(() => editor.draft.data.value);
  const address = useUrlState({ layer: "", panel: "grids", words: "", grid: "" });
  const layers = computed(() => layersIn(draft.value?.area_code ?? ""));
  const layer = computed<Layer>({
    get: () => layers.value.find((one) => one === address.state.value.layer) ?? "small",
    set: (next) => {
      tools.chosen.value = [];
      address.set({ layer: next, grid: "" });
    },
  });
  const tools = useTools(editor, () => layer.value, () => ({ code: draft.value?.area_code ?? "", name: draft.value?.area_name ?? "" }));
  const map = useTemplateRef<InstanceType<typeof DrawMap> & MapHandle>("map");
  const lit = ref("");
  const isMerging = ref(false);

  const ofLayer = (wanted: Layer | undefined) => editor.features.value.filter((one) => one.layer === wanted);
  const shown = computed(() => ofLayer(layer.value));
  const drawn = computed<Drawn[]>(() =>
    shown.value.flatMap((one) => {
      const shape = shapeOf(one.geometry);
      return shape ? [{ id: one.feature_id, name: one.name, tone: TONES[one.base], shape }] : [];
    }),
  );
  const around = computed(() => ofLayer(upper(layer.value)).flatMap((one) => shapeOf(one.geometry) ?? []));
  const parent = computed(() => shapeOf(editor.held.data.value?.parent) ?? null);
  const faults = computed<Fault[]>(() => [...(editor.faults.data.value?.faults ?? [])].sort((one, other) => Number(other.blocks) - Number(one.blocks)));
  const blocking = computed(() => editor.faults.data.value?.blocking ?? 0);
  const marks = computed<Mark[]>(() =>
    faults.value.flatMap((one): Mark[] => {
      if (one.geometry) return [{ id: one.fault_id, blocks: one.blocks, geometry: one.geometry as unknown as Geometry }];
      if (one.lon === null || one.lon === undefined || one.lat === null || one.lat === undefined) return [];
      return [{ id: one.fault_id, blocks: one.blocks, geometry: { type: "Point", coordinates: [one.lon, one.lat] } }];
    }),
  );
  /** While two have worked on the same draft, what the other changed is shown beside one's own. */
  const chosen = computed(() => editor.conflict.value?.ids ?? tools.chosen.value);

  // What is chosen stands in the address: a link leads to the same grid.
  watch(() => tools.chosen.value[0] ?? "", (id) => address.set({ grid: id }));
  watch(
    () => editor.features.value.length > 0,
    (isThere) => {
      const asked = address.state.value.grid;
      if (isThere && asked && !tools.chosen.value.length && editor.features.value.some((one) => one.feature_id === asked)) tools.chosen.value = [asked];
    },
    { immediate: true },
  );

  const scrollTo = (id: string) => void nextTick(() => document.getElementById(id)?.scrollIntoView({ block: "nearest" }));
  function choose(id: string, adds: boolean): void {
    tools.choose(id, adds);
    scrollTo(`grid-${id}`);
  }
  function showGrids(ids: readonly string[]): void {
    const found = editor.features.value.filter((one) => ids.includes(one.feature_id));
    const first = found[0];
    if (!first) return;
    if (first.layer !== layer.value) layer.value = first.layer;
    tools.chosen.value = found.filter((one) => one.layer === first.layer).map((one) => one.feature_id);
    map.value?.fit(found.flatMap((one) => shapeOf(one.geometry) ?? []));
  }
  function showFault(fault: Fault): void {
    lit.value = fault.fault_id;
    if (fault.layer && fault.layer !== layer.value && layers.value.includes(fault.layer)) layer.value = fault.layer;
    const { lon, lat } = fault;
    const shape = shapeOf(fault.geometry);
    if (shape) map.value?.fit([shape]);
    else if (lon !== null && lon !== undefined && lat !== null && lat !== undefined) {
      map.value?.fit([ground.polygonOf([[lon - AROUND, lat - AROUND], [lon + AROUND, lat - AROUND], [lon + AROUND, lat + AROUND], [lon - AROUND, lat + AROUND]])]);
    }
    if (tools.tool.value === "look") tools.chosen.value = fault.feature_ids.filter((id) => editor.features.value.some((one) => one.feature_id === id && one.layer === layer.value)).slice(0, 2);
  }
  function showMark(id: string): void {
    const fault = faults.value.find((one) => one.fault_id === id);
    if (!fault) return;
    address.set({ panel: "faults" });
    lit.value = id;
    scrollTo(`fault-${id}`);
  }
  function step(by: 1 | -1): void {
    const at = faults.value.findIndex((one) => one.fault_id === lit.value);
    const next = faults.value[at < 0 ? 0 : Math.min(faults.value.length - 1, Math.max(0, at + by))];
    if (!next) return;
    address.set({ panel: "faults" });
    showFault(next);
    scrollTo(`fault-${next.fault_id}`);
  }
  async function mend(fault: Fault, way: string): Promise<void> {
    const done = await editor.change({ verb: "mend", fault_id: fault.fault_id, way });
    if (done) ElMessage.success(t("faults.mended", { title: say({ zh: fault.title_zh, en: fault.title_en }) }));
    else await editor.faults.refetch();
  }

  async function undo(): Promise<void> {
    if (tools.tool.value !== "look") map.value?.undo();
    else if (draft.value?.can_undo) await editor.change({ verb: "undo" });
  }
  async function redo(): Promise<void> {
    if (tools.tool.value !== "look") map.value?.redo();
    else if (draft.value?.can_redo) await editor.change({ verb: "redo" });
  }
  async function insist(): Promise<void> {
    const edited = await editor.insist();
    if (edited && tools.tool.value !== "look") tools.settle(edited.changed);
  }
  function yieldTo(): void {
    tools.take("look");
  }
  function pick(tool: Tool): void {
    if (editor.isOpen.value && tools.tool.value === "look") tools.take(tool);
  }
  return {
    editor, tools, map, draft, layers, layer, panel: address.field("panel"), words: address.field("words"), shown, drawn, around, parent, marks, lit,
    faults, blocking, chosen, isMerging, merging: isMerging, choose, showGrids, showFault, showMark, step, mend, undo, redo, insist, yieldTo, pick,
  };
}

export type EditorPage = ReturnType<typeof useEditorPage>;

/** The keys of the editor, listed by `?`. */
export function keysOf(page: EditorPage) {
  const words = (key: keyof (typeof text)["zh-CN"]["keys"]) => ({ zh: text["zh-CN"].keys[key], en: text.en.keys[key] });
  const group = words("group");
  const of = (key: string, does: keyof (typeof text)["zh-CN"]["keys"], run: () => void) => ({ key, does: words(does), group, run });
  return [
    of("v", "look", () => page.tools.take("look")),
    of("n", "draw", () => page.pick("draw")),
    of("e", "reshape", () => page.pick("reshape")),
    of("s", "split", () => page.pick("split")),
    of("b", "border", () => page.pick("border")),
    of("m", "merge", () => {
      if (page.editor.isOpen.value && page.tools.picked.value.length > 1) page.isMerging.value = true;
    }),
    of("z", "undo", () => void page.undo()),
    of("y", "redo", () => void page.redo()),
    of("j", "nextFault", () => page.step(1)),
    of("k", "previousFault", () => page.step(-1)),
  ];
}
