import { mount, flushPromises } from "@vue/test-utils";
import { connect } from "@jingwei/client";
import { QueryClient, VueQueryPlugin } from "@tanstack/vue-query";
import { createPinia, setActivePinia } from "pinia";
import { beforeEach, expect, test } from "vitest";
import { defineComponent } from "vue";
import type { LocationQuery } from "vue-router";
import { drafts } from "@jingwei/domain";
import { type Me, useSession } from "@jingwei/face";
import { filterOf, useNewExport } from "./useNewExport.js";

const SOURCE = {
  key: "incidents",
  title_zh: "事件清单",
  title_en: "Incidents",
  columns: [
    { name: "receipt_no", label_zh: "受理编号", label_en: "Receipt no.", is_personal: false, is_usual: true },
    { name: "title", label_zh: "标题", label_en: "Title", is_personal: false, is_usual: true },
    { name: "words", label_zh: "反映内容", label_en: "Words", is_personal: false, is_usual: false },
    { name: "reporter_phone", label_zh: "电话", label_en: "Phone", is_personal: true, is_usual: false },
  ],
  may_take_clear: true,
  holds: "rows",
  filters_of: "incidents",
  most_rows: 200_000,
  most_clear_rows: 20_000,
  keep_hours: 24,
};

let sent: { address: string; body: unknown }[] = [];
let source = SOURCE;

beforeEach(() => {
  sent = [];
  source = SOURCE;
  setActivePinia(createPinia());
  drafts.open("018f0000-0000-7000-8000-000000000001");
  useSession().me = { person_id: "018f0000-0000-7000-8000-000000000001", permissions: [] } as unknown as Me;
  drafts.drop("export:new");
  connect({
    fetch: async (address, init) => {
      const path = String(address).replace("/api/v1/exports", "");
      if (init?.body) sent.push({ address: path, body: JSON.parse(String(init.body)) });
      const answers: Record<string, unknown> = {
        "/sources": [source],
        "/preview": { filter_zh: "不限", filter_en: "everything", rows: 3, is_capped: false },
      };
      return new Response(JSON.stringify(answers[path] ?? {}), { headers: { "Content-Type": "application/json" } });
    },
  });
});

async function opened(query: LocationQuery) {
  let form: ReturnType<typeof useNewExport> | undefined;
  const Page = defineComponent({
    setup() {
      form = useNewExport(query, "zh");
      return () => null;
    },
  });
  mount(Page, { global: { plugins: [[VueQueryPlugin, { queryClient: new QueryClient() }]] } });
  await flushPromises();
  await flushPromises();
  return form!;
}

test("the list's filter is everything in the address but the form's own parts", () => {
  const query = { source: "incidents", columns: "title", purpose: "x", clear: "1", state: ["10", "20"], words: "井盖", is_open: ["true"], item: "" };
  expect(filterOf(query)).toEqual({ state: ["10", "20"], words: "井盖", is_open: "true" });
});

test("without anything in the address the first source with its usual columns is meant", async () => {
  const form = await opened({});
  expect(form.chosen.value).toEqual(["receipt_no", "title"]);
  expect(form.isComplete.value).toBe(false);
  form.purpose.value = "月度例会";
  expect(form.isComplete.value).toBe(true);
});

test("what was asked once can be asked again", async () => {
  const form = await opened({ source: "incidents", columns: "reporter_phone,title,nothing", purpose: "回访核实", clear: "1", state: "10" });
  expect(form.chosen.value).toEqual(["reporter_phone", "title"]);
  expect(form.needsConsent.value).toBe(true);
  await form.send();
  expect(sent.at(-1)).toEqual({
    address: "",
    body: {
      source: "incidents",
      filter: { state: "10" },
      columns: ["title", "reporter_phone"],
      is_clear: true,
      purpose: "回访核实",
      language: "zh",
    },
  });
});

test("without a personal column nothing is asked in the clear", async () => {
  const form = await opened({ clear: "1", purpose: "月度例会" });
  expect(form.needsConsent.value).toBe(false);
  await form.send();
  expect(sent.at(-1)?.body).toMatchObject({ is_clear: false });
});

test("a post that may not see the clear text cannot ask for it", async () => {
  source = { ...SOURCE, may_take_clear: false };
  const form = await opened({ columns: "reporter_phone", clear: "1" });
  expect(form.takesPersonal.value).toBe(true);
  expect(form.needsConsent.value).toBe(false);
});

test("a purpose that was typed outlives the page, and goes once it was sent", async () => {
  const first = await opened({});
  first.purpose.value = "月度例会通报";
  const again = await opened({});
  expect(again.purpose.value).toBe("月度例会通报");
  await again.send();
  expect((await opened({})).purpose.value).toBe("");
});
