// What every page relies on: no second tap, a label for every field, the phone's back button closes a sheet and not the page.

import { flushPromises, mount } from "@vue/test-utils";
import { expect, test, vi } from "vitest";
import { defineComponent, h, nextTick, ref } from "vue";
import { createMemoryHistory, createRouter, createWebHistory } from "vue-router";
import { Button, Choice, Field, PageState, Screen, Sending, Sheet } from "./index.js";

const routes = ["/", "/second"].map((path) => ({ path, name: path === "/" ? "home" : "second", component: { template: "<p></p>" } }));
const inRouter = () => ({ plugins: [createRouter({ history: createMemoryHistory(), routes })] });

test("a busy button keeps its words and takes no second tap", async () => {
  const tapped = vi.fn();
  const button = mount(Button, { props: { busy: false, onClick: tapped }, slots: { default: "交上去" } });
  await button.trigger("click");
  await button.setProps({ busy: true });
  await button.trigger("click");
  expect(tapped).toHaveBeenCalledTimes(1);
  expect(button.text()).toBe("交上去");
  expect(button.attributes("aria-busy")).toBe("true");
});

test("a busy submit button does not send a form twice", async () => {
  const sent = vi.fn((event: Event) => event.preventDefault());
  const form = mount(defineComponent(() => () => h("form", { onSubmit: sent }, [h(Button, { type: "submit", busy: true }, () => "发出")])), { attachTo: document.body });
  form.find("button").element.click();
  expect(sent).not.toHaveBeenCalled();
  form.unmount();
});

test("a field is named, described, and says what is wrong and how much is left", async () => {
  const field = mount(Field, { props: { modelValue: "路灯", label: "哪里不亮", hint: "说个地标", error: "请写在哪里", most: 10, multiline: true, id: "where" } });
  expect(field.find("label").attributes("for")).toBe("where");
  expect(field.find("textarea").attributes("aria-describedby")).toBe("where-hint where-error");
  expect(field.find("[role=alert]").text()).toBe("请写在哪里");
  expect(field.text()).not.toContain("还能写");
  await field.find("textarea").setValue("路灯坏了");
  expect(field.emitted("update:modelValue")).toEqual([["路灯坏了"]]);
  await field.setProps({ modelValue: "路灯坏了三天了啊" });
  expect(field.text()).toContain("还能写 2 个字");
});

test("a choice is one group of radios with a name", async () => {
  const choice = mount(Choice, { props: { modelValue: "a", legend: "怎么称呼", options: [{ value: "a", label: "匿名" }, { value: "b", label: "留名" }] } });
  expect(choice.find("legend").text()).toBe("怎么称呼");
  await choice.findAll("input")[1]!.setValue(true);
  expect(choice.emitted("update:modelValue")).toEqual([["b"]]);
});

test("a slow reading is said in words, with a way to try again", async () => {
  vi.useFakeTimers();
  const refetch = vi.fn();
  const state = mount(PageState, { props: { query: { isPending: true, error: null, data: undefined, refetch } } });
  expect(state.text()).toContain("正在读取");
  await vi.advanceTimersByTimeAsync(4_000);
  expect(state.text()).toContain("网络慢");
  await state.find("button").trigger("click");
  expect(refetch).toHaveBeenCalledOnce();
  vi.useRealTimers();
});

test("a slow sending says that nothing typed is lost, and can be stopped", async () => {
  vi.useFakeTimers();
  const stop = vi.fn();
  const sending = mount(Sending, { props: { write: { isPending: true, error: null }, onCancel: stop } });
  await vi.advanceTimersByTimeAsync(4_000);
  expect(sending.text()).toContain("不会丢");
  await sending.find("button").trigger("click");
  expect(stop).toHaveBeenCalledOnce();
  vi.useRealTimers();
});

test("the way back of a page that was opened by a link leads to the first page", async () => {
  const router = createRouter({ history: createMemoryHistory(), routes });
  await router.push("/second");
  const screen = mount(Screen, { props: { title: "第二页", back: true }, global: { plugins: [router] } });
  await screen.find("button").trigger("click");
  await flushPromises();
  expect(router.currentRoute.value.name).toBe("home");
});

test("the phone's back button closes a sheet and stays on the page", async () => {
  // jsdom knows no modal dialogs.
  HTMLDialogElement.prototype.showModal = function () { this.setAttribute("open", ""); };
  HTMLDialogElement.prototype.close = function () { this.removeAttribute("open"); };
  const router = createRouter({ history: createWebHistory(), routes });
  await router.push("/");
  await router.push("/second");
  const isOpen = ref(true);
  const page = mount(
    defineComponent(() => () => h(Sheet, { title: "为什么", modelValue: isOpen.value, "onUpdate:modelValue": (open: boolean) => (isOpen.value = open) }, () => "问题")),
    { global: { plugins: [router] }, attachTo: document.body },
  );
  await nextTick();
  expect(page.find("dialog").attributes("open")).toBeDefined();
  router.back();
  await vi.waitFor(() => expect(isOpen.value).toBe(false));
  await flushPromises();
  expect(router.currentRoute.value.name).toBe("second");
  router.back();
  await vi.waitFor(() => expect(router.currentRoute.value.name).toBe("home"));
  page.unmount();
});

test("a sheet has a name and a way to close it", async () => {
  const page = mount(Sheet, { props: { title: "为什么", modelValue: true }, global: inRouter(), attachTo: document.body });
  await nextTick();
  expect(page.find("dialog").attributes("aria-labelledby")).toBe(page.find("h2").attributes("id"));
  await page.find(".sheet__close").trigger("click");
  expect(page.emitted("update:modelValue")).toEqual([[false]]);
  page.unmount();
});
