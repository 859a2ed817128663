// One batch: its mapping, the runs of the queue, what is wrong and the way back.

import {
  checkImport,
  downloadImportErrors,
  listImportFaults,
  listImports,
  mapImport,
  readImport,
  resumeImport,
  startImport,
  stopImport,
  undoImport,
  type Schema,
} from "@jingwei/client";
import { saveFile, useRead, useWrite } from "@jingwei/face";
import { computed, reactive, ref, watch, type Ref } from "vue";
import { useWatching } from "../useWatching.js";
import { isRunning, useSheets, type Batch } from "./useImports.js";

type Action = Schema<"BatchAction">;
export type FaultyRow = Schema<"FaultyRowOut">;

const FAULTS = 50;
export const LEAVE = "";

export function useBatch(id: Ref<string>) {
  const { all, named } = useSheets();
  const answer = useRead(readImport, () => ({ batch_id: id.value }));
  const batch = computed(() => answer.data.value);
  const sheet = computed(() => (batch.value ? named(batch.value.sheet_key) : undefined));
  useWatching(() => isRunning(batch.value), () => answer.refetch());

  const changes = [readImport, listImports, listImportFaults];
  const writes = {
    check: useWrite(checkImport, { changes }),
    start: useWrite(startImport, { changes }),
    stop: useWrite(stopImport, { changes }),
    undo: useWrite(undoImport, { changes }),
  };
  const resume = useWrite(resumeImport, { changes });
  const errors = useWrite(downloadImportErrors);
  const error = computed(
    () => Object.values(writes).find((one) => one.error.value)?.error.value ?? resume.error.value ?? errors.error.value,
  );
  const isBusy = computed(() => Object.values(writes).some((one) => one.isPending.value));

  /** Ask for one thing; what was refused before is forgotten. */
  async function ask(action: keyof typeof writes): Promise<void> {
    for (const one of [...Object.values(writes), resume, errors]) one.reset();
    await writes[action].mutateAsync({ batch_id: id.value }).catch(() => undefined);
  }

  async function takeErrors(format: "xlsx" | "csv", onlyBad: boolean): Promise<void> {
    errors.reset();
    const content = await errors
      .mutateAsync({ batch_id: id.value, only_bad: onlyBad, file_format: format })
      .catch(() => undefined);
    if (content) saveFile(content as Blob, `${batch.value?.file_name.replace(/\.\w+(\.gz)?$/, "") ?? "import"}-${onlyBad || !sheet.value?.answers.length ? "errors" : "answers"}.${format}`);
  }

  async function correct(file: File): Promise<void> {
    resume.reset();
    await resume.mutateAsync({ batch_id: id.value, file }).catch(() => undefined);
  }

  const may = (action: Action) => batch.value?.actions.includes(action) ?? false;
  return { answer, batch, sheet, all, ask, may, error, isBusy, resume, correct, takeErrors };
}

/** The mapping as it is being chosen, header by header. */
export function useMapping(batch: Ref<Batch | undefined>, sheet: Ref<Schema<"SheetOut"> | undefined>) {
  /** Names of columns; LEAVE where a header is not imported. */
  const columns = ref<string[]>([]);
  const options = reactive<Record<string, string>>({});
  const headerRow = ref(1);
  const write = useWrite(mapImport, { changes: [readImport] });

  function takeOver(from: Batch | undefined): void {
    if (!from) return;
    columns.value = from.headers.map((header) => header.column ?? LEAVE);
    headerRow.value = from.header_row;
    for (const name of Object.keys(options)) delete options[name];
    Object.assign(options, from.options);
  }
  // Watched by what the server says of the mapping, not by each answer: polling must not undo a choice.
  watch(() => JSON.stringify([batch.value?.headers, batch.value?.header_row, batch.value?.options]), () => takeOver(batch.value), {
    immediate: true,
  });

  const missing = computed(
    () => sheet.value?.columns.filter((column) => column.required && !columns.value.includes(column.name)) ?? [],
  );
  const doubles = computed(() => {
    const seen = columns.value.filter((name) => name !== LEAVE);
    const twice = seen.filter((name, index) => seen.indexOf(name) !== index);
    return sheet.value?.columns.filter((column) => twice.includes(column.name)) ?? [];
  });
  const isChanged = computed(() => {
    const now = batch.value;
    if (!now) return false;
    const filled = Object.entries(options).filter(([, value]) => value !== "");
    const before = Object.entries(now.options).filter(([, value]) => value !== "");
    return (
      headerRow.value !== now.header_row ||
      now.headers.some((header, index) => (header.column ?? LEAVE) !== columns.value[index]) ||
      JSON.stringify(filled.sort()) !== JSON.stringify(before.sort())
    );
  });

  /** Save; with another row of headers the columns are guessed anew by the server. */
  async function save(): Promise<boolean> {
    const now = batch.value;
    if (!now) return false;
    const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== ""));
    const row = headerRow.value === now.header_row ? {} : { header_row: headerRow.value };
    const answer = await write
      .mutateAsync({ batch_id: now.id, columns: columns.value.map((name) => (name === LEAVE ? null : name)), options: given, ...row })
      .catch(() => undefined);
    return answer !== undefined;
  }

  return { columns, options, headerRow, missing, doubles, isChanged, write, save };
}

/** What is wrong, row by row; more are added below. */
export function useFaults(id: Ref<string>, batch: Ref<Batch | undefined>) {
  const size = ref(FAULTS);
  const isAsked = computed(() => {
    const now = batch.value;
    return now !== undefined && !isRunning(now) && (now.bad_rows > 0 || (now.state === "undone" && now.kept_rows > 0));
  });
  const page = useRead(listImportFaults, () => ({ batch_id: id.value, limit: size.value }), {
    enabled: isAsked,
    keepsPrevious: true,
  });
  const rows = computed<FaultyRow[]>(() => page.data.value?.rows ?? []);
  const hasMore = computed(() => Boolean(page.data.value?.next_cursor) && size.value < 200);
  return { isAsked, page, rows, hasMore, more: () => (size.value = Math.min(200, size.value + FAULTS)) };
}
