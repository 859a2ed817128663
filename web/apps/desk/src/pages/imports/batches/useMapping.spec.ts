import { connect } from "@jingwei/client";
import { flushPromises, mount } from "@vue/test-utils";
import { QueryClient, VueQueryPlugin } from "@tanstack/vue-query";
import { expect, test } from "vitest";
import { defineComponent, nextTick, ref } from "vue";
import { LEAVE, useMapping } from "./useBatch.js";
import type { Batch, Sheet } from "./useImports.js";

const column = (name: string, required = false) => ({
  name, label_zh: name, label_en: name, required, example: "", note_zh: "", note_en: "",
});
const SHEET: Sheet = {
  key: "test", title_zh: "表", title_en: "Sheet", can_undo: true,
  columns: [column("code", true), column("name")], options: [column("area")], answers: [],
};
const BATCH = {
  id: "b", state: "uploaded", header_row: 1, options: {}, done_rows: 0,
  headers: [{ header: "编号", column: "code" }, { header: "备注", column: null }],
} as unknown as Batch;

function opened() {
  const batch = ref<Batch | undefined>(BATCH);
  const sheet = ref<Sheet | undefined>(SHEET);
  let mapping: ReturnType<typeof useMapping> | undefined;
  const Page = defineComponent({
    setup() {
      mapping = useMapping(batch, sheet);
      return () => null;
    },
  });
  mount(Page, { global: { plugins: [[VueQueryPlugin, { queryClient: new QueryClient() }]] } });
  return { batch, mapping: mapping! };
}

test("what is missing and what is matched twice is said before saving", () => {
  const { mapping } = opened();
  expect([mapping.missing.value.length, mapping.doubles.value.length, mapping.isChanged.value]).toEqual([0, 0, false]);
  mapping.columns.value = ["name", "name"];
  expect(mapping.missing.value.map((one) => one.name)).toEqual(["code"]);
  expect(mapping.doubles.value.map((one) => one.name)).toEqual(["name"]);
  expect(mapping.isChanged.value).toBe(true);
});

test("reading the batch again while it is being changed keeps the choice", async () => {
  const { batch, mapping } = opened();
  mapping.columns.value[1] = "name";
  batch.value = { ...BATCH, done_rows: 5 };
  await nextTick();
  expect(mapping.columns.value).toEqual(["code", "name"]);
  batch.value = { ...BATCH, header_row: 3, headers: [{ header: "名称", column: "name" }] };
  await nextTick();
  expect(mapping.columns.value).toEqual(["name"]);
});

test("headers left out travel as null, empty options not at all", async () => {
  let body: unknown;
  connect({
    fetch: async (_, init) => {
      body = JSON.parse(String(init?.body));
      return new Response(JSON.stringify(BATCH), { headers: { "Content-Type": "application/json" } });
    },
  });
  const { mapping } = opened();
  mapping.columns.value = ["name", LEAVE];
  mapping.options["area"] = "";
  expect(await mapping.save()).toBe(true);
  await flushPromises();
  expect(body).toEqual({ columns: ["name", null], options: {} });
});
