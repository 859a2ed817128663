// Coming in: wrong passwords, the wait counted down, whose place it is, and which post one works in.

import { queryClient, stored, useSession } from "@jingwei/face";
import { setLocale } from "@jingwei/ui";
import { VueQueryPlugin } from "@tanstack/vue-query";
import { flushPromises, mount, type VueWrapper } from "@vue/test-utils";
import ElementPlus from "element-plus";
import { createPinia, setActivePinia } from "pinia";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { serve, type Answers, type Asked } from "@jingwei/face/served";
import { placesOf } from "./places.js";
import PostSwitcher from "./PostSwitcher.vue";
import { router } from "./router.js";
import SignInForm from "./SignInForm.vue";

const POSTS = ["大码头街道热线办坐席", "平安办主任", "总网格长"].map((title, index) => ({
  post_id: `p${index}`, title, role: index ? "commander" : "desk", area_code: "4309", unit_id: null, unit_name: "指挥所", is_delegated: index === 2,
}));
const me = (post: number, more = {}) => ({
  status: 200,
  body: { person_id: "zhao", name: "赵强", role: "desk", post: POSTS[post], posts: POSTS, permissions: ["read_incident"], must_change_password: false, ...more },
});
const refused = (status: number, code: string, data = {}) => ({
  status, body: { code, message: "不正确", message_en: "wrong", data, next: status === 429 ? "wait" : "sign_in" },
});

let answers: Answers;
let asked: Asked[];
let page: VueWrapper | undefined;

function show(component: Parameters<typeof mount>[0]): VueWrapper {
  page = mount(component, {
    attachTo: document.body,
    global: { plugins: [createPinia(), router, ElementPlus, [VueQueryPlugin, { queryClient }]] },
  });
  return page;
}

beforeEach(() => {
  localStorage.clear();
  queryClient.clear();
  setActivePinia(createPinia());
  setLocale("zh-CN");
  answers = { "GET /me": () => me(0), "POST /session": () => ({ status: 200, body: { secret: "x" } }) };
  asked = serve(answers);
});
afterEach(() => {
  page?.unmount();
  page = undefined;
  document.body.replaceChildren();
  vi.useRealTimers();
});

describe("signing in", () => {
  async function submit(username: string, password: string): Promise<VueWrapper> {
    const form = page ?? show(SignInForm);
    await flushPromises();
    await form.find("#sign-in-username").setValue(username);
    await form.find("#sign-in-password").setValue(password);
    await form.find("form").trigger("submit");
    await flushPromises();
    return form;
  }

  test("asks for what is missing, and stands in that field", async () => {
    const form = await submit("zhao", "");
    expect(form.text()).toContain("请输入密码");
    expect(document.activeElement?.id).toBe("sign-in-password");
    expect(asked.filter((one) => one.method === "POST")).toEqual([]);
  });

  test("says that the password is wrong and keeps the name", async () => {
    answers["POST /session"] = () => refused(401, "access.sign_in_refused");
    const form = await submit("zhao", "wrong");
    expect(form.find("[role=alert]").text()).toContain("不正确");
    expect((form.find("#sign-in-username").element as HTMLInputElement).value).toBe("zhao");
    expect(form.emitted("done")).toBeUndefined();
  });

  test("counts the wait down and only then lets one try again", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    answers["POST /session"] = () => refused(429, "access.sign_in_delayed", { seconds: 4 });
    const form = await submit("zhao", "wrong");
    expect(form.text()).toContain("请等待 4 秒");
    expect(form.find("button[type=submit]").attributes("disabled")).toBeDefined();
    await vi.advanceTimersByTimeAsync(3000);
    expect(form.text()).toContain("请等待 1 秒");
    await form.find("form").trigger("submit");
    expect(asked.filter((one) => one.method === "POST")).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1000);
    expect(form.find("button[type=submit]").attributes("disabled")).toBeUndefined();
  });

  test("leads in, and forgets the password", async () => {
    const form = await submit("zhao", "right");
    expect(form.emitted("done")).toHaveLength(1);
    expect((form.find("#sign-in-password").element as HTMLInputElement).value).toBe("");
  });
});

describe("who may go where", () => {
  test("nobody signed in is asked to, and led on afterwards", async () => {
    answers["GET /me"] = () => refused(401, "sign_in_needed");
    await router.push("/sessions");
    expect(router.currentRoute.value).toMatchObject({ name: "sign-in", query: { next: "/sessions" } });
  });

  test("with a one-time password there is one page only", async () => {
    answers["GET /me"] = () => me(0, { must_change_password: true });
    await router.push("/sessions?x=1");
    expect(router.currentRoute.value.name).toBe("change-password");
  });

  test("what the post may not open says so, and names the page", async () => {
    await router.push("/delegations?x=2");
    expect(router.currentRoute.value).toMatchObject({ name: "not-for-this-post", query: { page: "/delegations?x=2" } });
  });

  test("a page that does not exist says so", async () => {
    await router.push("/nowhere");
    expect(router.currentRoute.value.name).toBe("not-found");
    expect(document.title).toBe("没有这一页 · 经纬");
  });

  test("places stand in their order, with the permission they ask for", () => {
    const entry = (order: number) => ({ label: { zh: "甲", en: "A" }, icon: "inbox" as const, order });
    const component = {};
    const routes = [
      { path: "/b", name: "b", component, meta: { nav: entry(20), permission: "manage_posts" as const } },
      { path: "/a", name: "a", component, meta: { nav: entry(10) } },
      { path: "/c", name: "c", component },
    ];
    expect(placesOf(routes).map((place) => [place.name, place.permission])).toEqual([["a", undefined], ["b", "manage_posts"]]);
  });
});

describe("the posts switcher", () => {
  async function open(): Promise<HTMLInputElement> {
    const switcher = show(PostSwitcher);
    await useSession().load();
    await switcher.find("button").trigger("click");
    await vi.waitFor(() => expect(document.activeElement?.getAttribute("role")).toBe("combobox"));
    return document.activeElement as HTMLInputElement;
  }
  const options = () => [...document.querySelectorAll("[role=option]")].map((one) => one.textContent ?? "");
  const press = async (field: HTMLElement, key: string) => {
    field.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    await flushPromises();
  };

  test("finds a post by words of its title, unit or role", async () => {
    const field = await open();
    expect(options()).toHaveLength(3);
    field.value = "平安 指挥所";
    field.dispatchEvent(new Event("input"));
    await flushPromises();
    expect(options()).toEqual([expect.stringContaining("平安办主任")]);
  });

  test("switches by keyboard alone, and everything is read anew", async () => {
    const again = vi.spyOn(queryClient, "resetQueries");
    answers["POST /session/post"] = () => me(1);
    const field = await open();
    await press(field, "ArrowDown");
    await press(field, "Enter");
    expect(asked.find((one) => one.path === "/session/post")?.body).toEqual({ post_id: "p1" });
    expect(useSession().me?.post?.title).toBe("平安办主任");
    expect(again).toHaveBeenCalled();
  });
});

test("kept preferences that make no sense are left out", () => {
  localStorage.setItem("x", JSON.stringify({ language: "fr", theme: "dark", density: 7, isNavFolded: "yes" }));
  expect(stored("x")).toEqual({ theme: "dark" });
  localStorage.setItem("x", "{");
  expect(stored("x")).toEqual({});
});
