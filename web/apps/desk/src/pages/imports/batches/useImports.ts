// The page of imports: what can be brought in, what was, and a new upload.

import { downloadImportTemplate, listImports, listImportSheets, uploadImport, type Schema } from "@jingwei/client";
import { saveFile, useRead, useWrite } from "@jingwei/face";
import { computed, ref } from "vue";
import { useWatching } from "../useWatching.js";

export type Batch = Schema<"BatchOut">;
export type Sheet = Schema<"SheetOut">;

const RUNNING = new Set<Batch["state"]>(["checking", "writing", "undoing"]);
const PAGE = 20;
/** What the importer reads: tables, and points as GeoJSON. */
export const TABLES = ".xlsx,.csv,.csv.gz,.geojson,.json,.geojson.gz,.json.gz,.geojsonl";

export function isRunning(batch: Batch | undefined): boolean {
  return batch !== undefined && RUNNING.has(batch.state);
}

/** The sheets by key, for the names of batches. */
export function useSheets() {
  const sheets = useRead(listImportSheets, undefined, { staleTime: 600_000 });
  const all = computed(() => sheets.data.value ?? []);
  return { sheets, all, named: (key: string) => all.value.find((sheet) => sheet.key === key) };
}

export function useImports() {
  const size = ref(PAGE);
  const page = useRead(listImports, () => ({ limit: size.value }), { keepsPrevious: true });
  const rows = computed(() => page.data.value?.rows ?? []);
  const hasMore = computed(() => Boolean(page.data.value?.next_cursor) && size.value < 200);
  useWatching(() => rows.value.some(isRunning), () => page.refetch());
  return { page, rows, hasMore, more: () => (size.value = Math.min(200, size.value + PAGE)) };
}

export function useUpload() {
  const upload = useWrite(uploadImport, { changes: [listImports] });
  const template = useWrite(downloadImportTemplate);

  async function takeTemplate(sheet: Sheet, name: string): Promise<void> {
    const content = await template.mutateAsync({ sheet_key: sheet.key }).catch(() => undefined);
    if (content) saveFile(content as Blob, `${name}.xlsx`);
  }

  /** The new batch, or nothing where it was refused (the reason stays in `upload.error`). */
  function send(file: File, sheet: Sheet): Promise<Batch | undefined> {
    return upload.mutateAsync({ file, sheet_key: sheet.key }).catch(() => undefined);
  }

  return { upload, template, takeTemplate, send };
}
