import { serve } from "@jingwei/face/served";
import { VueQueryPlugin } from "@tanstack/vue-query";
import { flushPromises, mount } from "@vue/test-utils";
import { beforeEach, expect, it } from "vitest";
import { createMemoryHistory, createRouter } from "vue-router";
import { toasts } from "@/parts/toasts.js";
import { keepReceipt, keptReceipts } from "@/shell/receipts.js";
import ThisPhone from "./ThisPhone.vue";

let asked: ReturnType<typeof serve>;
beforeEach(() => {
  localStorage.clear();
  // jsdom has no dialogs of its own.
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function () {
    this.open = false;
  };
  asked = serve({ "POST /reporting/forget-device": { status: 200, body: { is_new: true } } });
});

async function page() {
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: "/", name: "home", component: { render: () => null } }, { path: "/this-phone", component: ThisPhone }] });
  await router.push("/this-phone");
  return mount(ThisPhone, { global: { plugins: [router, VueQueryPlugin] }, attachTo: document.body });
}
const press = (words: string) => [...document.querySelectorAll("button")].find((one) => one.textContent?.trim() === words)?.click();

it("forgets all tracking codes, but only when it is said twice", async () => {
  keepReceipt({ code: "ABCD2345", no: "SB1", at: Date.now(), words: "井盖" });
  keepReceipt({ code: "EFGH2345", no: "SB2", at: Date.now(), words: "路灯" });
  const shown = await page();
  expect(shown.text()).toContain("留着 2 件");
  press("查询码都不记了");
  await flushPromises();
  expect(keptReceipts()).toHaveLength(2);
  press("都不记了");
  await flushPromises();
  expect(keptReceipts()).toEqual([]);
  expect(shown.text()).toContain("没有留着查询码");
  shown.unmount();
});

it("takes another random number", async () => {
  const shown = await page();
  press("换一个编号");
  await flushPromises();
  expect(asked.map((one) => one.path)).toEqual(["/reporting/forget-device"]);
  expect(toasts.value.at(-1)?.says).toBe("已换成新的编号");
  shown.unmount();
});
