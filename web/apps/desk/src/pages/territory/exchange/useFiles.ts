// Files of a draft: sent, read in another way, looked through feature by feature, put into the draft, taken out again.

import {
  applyGeometry,
  correctGeometry,
  downloadGeometryOriginal,
  downloadGeometryReport,
  exportDraft,
  getDraft,
  listDraftFaults,
  listDraftFeatures,
  listGeometryImports,
  listImportedFeatures,
  readGeometryAgain,
  uploadGeometry,
  type Schema,
} from "@jingwei/client";
import { saveFile, useRead, useWrite } from "@jingwei/face";
import { computed, reactive, ref, watch } from "vue";

export type GeometryImport = Schema<"GeometryImportOut">;
export type Format = Schema<"GeometryFormat">;
export type FeatureState = Schema<"FeatureState">;
export const FORMATS: readonly Format[] = ["geojson", "shapefile", "geopackage", "kml", "kmz", "sheet"];
export const STATES: readonly FeatureState[] = ["bad", "mended", "good", "same"];
export const SYSTEMS = ["wgs84", "gcj02", "bd09", "webmercator"] as const;
const SUFFIX: Record<Format, string> = { geojson: "geojson", shapefile: "zip", geopackage: "gpkg", kml: "kml", kmz: "kmz", sheet: "xlsx" };
/** What the server reads outlines from; a Shapefile comes zipped. */
export const GEOMETRY = ".geojson,.json,.zip,.gpkg,.kml,.kmz,.xlsx";
const PAGE = 50;

/** "98 %"; what is nearly everything is not called all of it. */
export const percent = (share: number): string => `${Math.floor(share * 1000) / 10} %`;

/** Changes when a file is read in another way, or another is sent for it. */
export const stampOf = (one: GeometryImport): string => JSON.stringify([one.round, one.system, one.is_swapped, one.mapping, one.default_layer]);

/** How many features would go into the draft. */
export const fitting = (one: GeometryImport): number => (one.counts.good ?? 0) + (one.counts.mended ?? 0);

export function useFiles(draftId: () => string) {
  const draft = useRead(getDraft, () => ({ draft_id: draftId() }));
  const imports = useRead(listGeometryImports, () => ({ draft_id: draftId() }));
  const rows = computed(() => imports.data.value?.rows ?? []);
  const chosenId = ref("");
  const chosen = computed(() => rows.value.find((one) => one.id === chosenId.value) ?? rows.value[0]);

  const changes = [listGeometryImports, listImportedFeatures];
  const writes = {
    upload: useWrite(uploadGeometry, { changes }),
    correct: useWrite(correctGeometry, { changes }),
    again: useWrite(readGeometryAgain, { changes }),
    apply: useWrite(applyGeometry, { changes: [...changes, getDraft, listDraftFeatures, listDraftFaults] }),
    report: useWrite(downloadGeometryReport),
    original: useWrite(downloadGeometryOriginal),
    take: useWrite(exportDraft),
  };
  const error = computed(() => Object.values(writes).find((one) => one.error.value)?.error.value ?? null);
  const forget = () => Object.values(writes).forEach((one) => one.reset());

  async function send(file: File): Promise<void> {
    forget();
    const sent = await writes.upload.mutateAsync({ draft_id: draftId(), file }).catch(() => undefined);
    if (sent) chosenId.value = sent.id;
  }
  async function correct(file: File): Promise<void> {
    forget();
    if (chosen.value) await writes.correct.mutateAsync({ import_id: chosen.value.id, file }).catch(() => undefined);
  }

  /** How the file is to be read, as it is being chosen; the server judges everything anew when it is saved. */
  const reading = reactive({ system: "", isSwapped: false, mapping: {} as Record<string, string>, layer: "" });
  watch(
    () => chosen.value && JSON.stringify([chosen.value.id, chosen.value.round, chosen.value.system, chosen.value.is_swapped, chosen.value.mapping]),
    () => {
      const one = chosen.value;
      if (!one) return;
      Object.assign(reading, { system: one.system, isSwapped: one.is_swapped, mapping: { ...one.mapping }, layer: one.default_layer });
    },
    { immediate: true },
  );
  async function readAgain(other?: { system: string; is_swapped: boolean }): Promise<void> {
    forget();
    const one = chosen.value;
    if (!one) return;
    const mapping = Object.fromEntries(Object.entries(reading.mapping).filter(([, column]) => column));
    const system = other?.system ?? reading.system.trim();
    const is_swapped = other?.is_swapped ?? reading.isSwapped;
    await writes.again.mutateAsync({ import_id: one.id, system, is_swapped, mapping, default_layer: reading.layer ?? "" }).catch(() => undefined);
  }

  async function apply(manner: "merge" | "replace"): Promise<GeometryImport | undefined> {
    forget();
    const [one, version] = [chosen.value, draft.data.value?.version];
    if (!one || version === undefined) return undefined;
    return writes.apply.mutateAsync({ import_id: one.id, version, manner }).catch(() => undefined);
  }

  const stem = (name: string) => name.replace(/\.\w{1,7}$/, "");
  async function save(which: "report" | "original"): Promise<void> {
    forget();
    const one = chosen.value;
    if (!one) return;
    const content = await writes[which].mutateAsync({ import_id: one.id }).catch(() => undefined);
    if (content) saveFile(content as Blob, which === "report" ? `${stem(one.file_name)}-report.xlsx` : one.file_name);
  }
  const out = reactive({ format: "geojson" as Format, system: "wgs84" });
  async function takeOut(): Promise<void> {
    forget();
    const content = await writes.take
      .mutateAsync({ draft_id: draftId(), file_format: out.format, system: out.system.trim() })
      .catch(() => undefined);
    if (content) saveFile(content as Blob, `${draft.data.value?.title ?? "draft"}.${SUFFIX[out.format]}`);
  }
  return { draft, imports, rows, chosen, chosenId, writes, error, send, correct, reading, readAgain, apply, save, out, takeOut };
}

/** The report of one file, page by page. */
export function useReport(importId: () => string) {
  const state = ref<FeatureState | "all">("all");
  const cursor = ref("");
  watch([importId, state], () => (cursor.value = ""));
  const query = useRead(
    listImportedFeatures,
    () => ({ import_id: importId(), limit: PAGE, ...(state.value === "all" ? {} : { state: state.value }), ...(cursor.value ? { cursor: cursor.value } : {}) }),
    { keepsPrevious: true },
  );
  const rows = computed(() => query.data.value?.rows ?? []);
  const next = computed(() => query.data.value?.next_cursor ?? "");
  return { state, cursor, query, rows, next };
}
