import { readMe } from "@jingwei/client";
import { useSession } from "@jingwei/face";
import { mount, type VueWrapper } from "@vue/test-utils";
import { createPinia, setActivePinia } from "pinia";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createMemoryHistory, createRouter, type Router } from "vue-router";
import LiveLayer from "./LiveLayer.vue";
import { ENDED, serve, type Answer, type Asked } from "@jingwei/face/served";

const Empty = { template: "<p />" };
const ME: Answer = { status: 200, body: { person_id: "wu", name: "吴芳", role: "desk", post: null, posts: [], permissions: [] } };
const PASSWORD_FIELD = "#again-password";

let router: Router;
let layer: VueWrapper;
let asked: Asked[];
let hasSession: boolean;
let session: ReturnType<typeof useSession>;

const field = (place: string) => document.querySelector<HTMLInputElement>(place)!;

function fill(place: string, text: string): void {
  field(place).value = text;
  field(place).dispatchEvent(new Event("input"));
}

beforeEach(async () => {
  localStorage.clear();
  sessionStorage.setItem("jingwei.username", "wu");
  setActivePinia(createPinia());
  hasSession = true;
  asked = serve({
    "GET /me": () => (hasSession ? ME : ENDED),
    "POST /session": (given) => {
      const { password } = given.body as { password: string };
      hasSession = password === "right";
      const refused = { code: "access.sign_in_refused", message: "用户名或密码不正确。", message_en: "wrong", data: {}, next: "sign_in" };
      return hasSession ? { status: 200, body: {} } : { status: 401, body: refused };
    },
  });
  session = useSession();
  session.listen();
  await session.load();
  router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: "/", component: Empty },
      { path: "/incidents/7", component: Empty },
      { path: "/sign-in", name: "sign-in", component: Empty, meta: { isPublic: true } },
    ],
  });
  await router.push("/incidents/7");
  layer = mount(LiveLayer, { global: { plugins: [router] }, attachTo: document.body });
});
afterEach(() => {
  layer.unmount();
  document.body.innerHTML = "";
});

test("nothing lies over the page while the session holds", () => {
  expect(field(PASSWORD_FIELD)).toBeNull();
});

test("the password alone is asked for, and what was refused goes on", async () => {
  hasSession = false;
  const waiting = readMe();
  await vi.waitFor(() => expect(field(PASSWORD_FIELD)).toBeTruthy());
  expect(field("#again-name").value).toBe("wu");
  expect(field("#again-name").readOnly).toBe(true);
  fill(PASSWORD_FIELD, "wrong");
  field("form.again").dispatchEvent(new Event("submit"));
  await vi.waitFor(() => expect(document.body.textContent).toContain("用户名或密码不正确"));
  expect(session.status).toBe("expired");
  fill(PASSWORD_FIELD, "right");
  field("form.again").dispatchEvent(new Event("submit"));
  expect(await waiting).toMatchObject({ name: "吴芳" });
  expect(session.status).toBe("in");
  expect(router.currentRoute.value.path).toBe("/incidents/7");
});

test("an empty password asks nobody", async () => {
  hasSession = false;
  void readMe().catch(() => undefined);
  await vi.waitFor(() => expect(field(PASSWORD_FIELD)).toBeTruthy());
  field("form.again").dispatchEvent(new Event("submit"));
  await vi.waitFor(() => expect(document.body.textContent).toContain("请输入密码"));
  expect(asked.filter((one) => one.method === "POST")).toEqual([]);
});

test("somebody else goes to the sign-in page, which leads back here", async () => {
  hasSession = false;
  const refused = expect(readMe()).rejects.toMatchObject({ code: "sign_in_needed" });
  await vi.waitFor(() => expect(field(PASSWORD_FIELD)).toBeTruthy());
  [...document.querySelectorAll("button")].find((one) => one.textContent?.includes("换一个人登录"))!.click();
  await refused;
  await vi.waitFor(() => expect(router.currentRoute.value.name).toBe("sign-in"));
  expect(router.currentRoute.value.query).toEqual({ next: "/incidents/7" });
});

test("signed out in another window, this one goes to the sign-in page too", async () => {
  await session.follow("out");
  await vi.waitFor(() => expect(router.currentRoute.value.name).toBe("sign-in"));
});
