import { ground, sharedBorder, splitFault, type DrawingState, type LineFault } from "@jingwei/map";
import type { LineString, Polygon } from "geojson";
import { computed, reactive, ref, shallowRef } from "vue";
import type { Change, Feature } from "../types.js";
import { parentLength, shapeOf, upper, type Layer } from "../words.js";
import type { Editor } from "./useEditor.js";

export type Tool = "look" | "draw" | "reshape" | "split" | "border";
export type Trouble = LineFault | "crosses" | "empty" | "unparted";
export type Work = { kind: "rest" } | { kind: "draw"; what: "polygon" | "line" } | { kind: "shape"; from: ground.Shape | LineString };

const REST: Work = { kind: "rest" };
const NO_STATE: DrawingState = { shape: undefined, corners: 0, isDrawing: false, canUndo: false, canRedo: false };

/** Codes that a new grid of a layer may stand below: what the draft holds of the layer above, or the draft's own area. */
export function parentsOf(layer: Layer, features: readonly Feature[], area: { code: string; name: string }): { code: string; name: string; shape?: ground.Shape }[] {
  if (area.code.length === parentLength(layer)) return [area];
  const above = upper(layer);
  return features
    .filter((one) => one.layer === above && one.code)
    .map((one) => {
      const shape = shapeOf(one.geometry);
      return { code: one.code, name: one.name || one.code, ...(shape ? { shape } : {}) };
    });
}

/** The one of them that lies under a shape. */
export function parentUnder(shape: ground.Shape, parents: readonly { code: string; shape?: ground.Shape }[]): string {
  if (parents.length === 1) return parents[0]?.code ?? "";
  const middle = ground.namePlace(shape);
  return (middle && parents.find((one) => one.shape && ground.isInside(one.shape, middle))?.code) ?? "";
}

/** Why what is drawn cannot be saved yet; undefined where it can. */
export function troubleOf(tool: Tool, shape: DrawingState["shape"], target: ground.Shape | undefined): Trouble | undefined {
  if (!shape) return "empty";
  if (shape.type === "LineString") {
    const line = shape.coordinates.map(ground.at);
    return tool === "split" && target ? splitFault(target, line) : line.length < 2 ? "short" : undefined;
  }
  const parts: Polygon["coordinates"][] = shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates;
  const isCrossing = parts.some((rings) => ground.crossesItself((rings[0] ?? []).slice(0, -1).map(ground.at)));
  if (isCrossing) return "crosses";
  return ground.areaM2(shape) < 1 ? "empty" : undefined;
}

/** What one draws with, upon what, and what it becomes. */
export function useTools(editor: Editor, layer: () => Layer, area: () => { code: string; name: string }) {
  const tool = ref<Tool>("look");
  const work = shallowRef<Work>(REST);
  const state = shallowRef<DrawingState>(NO_STATE);
  const chosen = ref<string[]>([]);
  const snaps = ref(true);
  const trouble = ref<Trouble>();
  const form = reactive({ name: "", kind: "urban" as Feature["kind"], parent: "", cuts: true });
  /** What the draft was when the tool was taken: whoever changes it meanwhile is not overwritten. */
  let seen = 0;

  const picked = computed(() => chosen.value.flatMap((id) => editor.features.value.find((one) => one.feature_id === id) ?? []));
  const first = computed(() => picked.value[0]);
  const target = computed(() => shapeOf(first.value?.geometry));
  const parents = computed(() => parentsOf(layer(), editor.features.value, area()));
  const border = computed(() => {
    const [one, other] = picked.value.map((feature) => shapeOf(feature.geometry));
    return picked.value.length === 2 && one && other ? sharedBorder(one, other) : undefined;
  });
  const snapTo = computed<ground.Shape[]>(() => {
    if (!snaps.value || tool.value === "look") return [];
    const isLeftOut = (one: Feature) => (tool.value === "reshape" && one.feature_id === first.value?.feature_id) || (tool.value === "border" && chosen.value.includes(one.feature_id));
    const within = shapeOf(editor.held.data.value?.parent);
    return [...editor.features.value.filter((one) => !isLeftOut(one)).flatMap((one) => shapeOf(one.geometry) ?? []), ...(within ? [within] : [])];
  });
  const isDirty = computed(() => tool.value !== "look" && (state.value.canUndo || state.value.corners > 0 || (tool.value !== "reshape" && tool.value !== "border" && !!state.value.shape)));

  function choose(id: string, adds = false): void {
    if (tool.value !== "look") return;
    if (!adds) chosen.value = [id];
    else chosen.value = chosen.value.includes(id) ? chosen.value.filter((one) => one !== id) : [...chosen.value, id];
  }

  function take(next: Tool): void {
    editor.failure.value = undefined;
    editor.conflict.value = undefined;
    trouble.value = undefined;
    state.value = NO_STATE;
    seen = editor.version.value;
    if (next === "draw") {
      Object.assign(form, { name: "", kind: layer() === "special" ? "special" : "urban", parent: parents.value.length === 1 ? parents.value[0]?.code : "" });
      chosen.value = [];
      work.value = { kind: "draw", what: "polygon" };
    } else if (next === "split" && target.value) work.value = { kind: "draw", what: "line" };
    else if (next === "reshape" && target.value) work.value = { kind: "shape", from: target.value };
    else if (next === "border" && border.value) work.value = { kind: "shape", from: { type: "LineString", coordinates: border.value.map((one) => [...one]) } };
    else {
      if (next === "border") trouble.value = "unparted";
      work.value = REST;
      tool.value = "look";
      return;
    }
    tool.value = next;
  }

  function told(next: DrawingState): void {
    const had = state.value.shape;
    state.value = next;
    trouble.value = undefined;
    if (tool.value === "draw" && next.shape && !had && next.shape.type !== "LineString" && !form.parent) form.parent = parentUnder(next.shape, parents.value);
  }

  function changeOf(): Change | undefined {
    const shape = state.value.shape;
    const at = first.value;
    const other = picked.value[1];
    trouble.value = troubleOf(tool.value, shape, target.value);
    if (trouble.value || !shape) return undefined;
    const drawn: Record<string, unknown> = { ...shape };
    if (tool.value === "draw") {
      return { verb: "draw", layer: layer(), parent_code: form.parent, geometry: drawn, kind: form.kind, cuts: form.cuts, name: form.name.trim() };
    }
    if (!at) return undefined;
    if (tool.value === "reshape") return { verb: "reshape", feature_id: at.feature_id, geometry: drawn, cuts: form.cuts };
    if (tool.value === "split") return { verb: "split", feature_id: at.feature_id, line: drawn };
    return other ? { verb: "move_edge", one_id: at.feature_id, other_id: other.feature_id, line: drawn } : undefined;
  }

  /** What was saved becomes what is chosen; a conflict leaves everything as it is. */
  async function save(): Promise<boolean> {
    const change = changeOf();
    if (!change) return false;
    const edited = await editor.change(change, seen);
    if (edited) settle(edited.changed);
    return !!edited;
  }
  function settle(changed: readonly Feature[]): void {
    const before = chosen.value;
    const mine = changed.filter((one) => one.layer === layer()).map((one) => one.feature_id);
    const isNew = tool.value === "draw" || tool.value === "split";
    take("look");
    const stay = before.filter((id) => mine.includes(id));
    chosen.value = isNew || !stay.length ? mine.slice(0, 2) : stay;
  }
  return { tool, work, state, chosen, picked, first, target, parents, border, snaps, snapTo, trouble, form, isDirty, choose, take, told, save, settle };
}

export type Tools = ReturnType<typeof useTools>;
