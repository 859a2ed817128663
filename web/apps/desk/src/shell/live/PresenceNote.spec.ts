import { SETTLE_MS, SIGN_EVERY_MS, usePresence, useSession, type Me, type Watcher } from "@jingwei/face";
import { serve, type Answers, type Asked } from "@jingwei/face/served";
import { mount, type VueWrapper } from "@vue/test-utils";
import { createPinia, setActivePinia } from "pinia";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { defineComponent, h, nextTick, ref, type Ref } from "vue";
import PresenceNote from "./PresenceNote.vue";

const A = "018f0000-0000-7000-8000-00000000000a";
const B = "018f0000-0000-7000-8000-00000000000b";
const WU: Watcher = { person_id: "wu", name: "吴芳", post_title: "迎春社区坐席", is_typing: false };

let asked: Asked[];
let answers: Answers;
let id: Ref<string | undefined>;
let isTyping: Ref<boolean>;
let others: Readonly<Ref<readonly Watcher[]>>;
let isHidden: boolean;
let page: VueWrapper;

const after = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const signs = (of: string) => asked.filter((one) => one.method === "POST" && one.path === `/incidents/${of}/watch`);
const leaves = (of: string) => asked.filter((one) => one.method === "DELETE" && one.path === `/incidents/${of}/watch`);

function open(permissions: string[] = ["watch_incident"]): void {
  const session = useSession();
  session.me = { person_id: "zhao", permissions } as unknown as Me;
  session.status = "in";
  page = mount(
    defineComponent(() => {
      others = usePresence(id, isTyping).others;
      return () => h("p");
    }),
  );
}

beforeEach(() => {
  vi.useFakeTimers();
  setActivePinia(createPinia());
  isHidden = false;
  vi.spyOn(document, "hidden", "get").mockImplementation(() => isHidden);
  answers = {};
  for (const one of [A, B]) {
    answers[`POST /incidents/${one}/watch`] = { status: 200, body: one === A ? [WU] : [] };
    answers[`DELETE /incidents/${one}/watch`] = { status: 204 };
  }
  asked = serve(answers);
  id = ref(A);
  isTyping = ref(false);
});

afterEach(() => {
  page.unmount();
  vi.useRealTimers();
});

test("a sign every twenty seconds, and the others with it", async () => {
  open();
  await after(SETTLE_MS);
  expect(others.value).toEqual([WU]);
  expect(signs(A).map((one) => one.body)).toEqual([{ is_typing: false }]);
  await after(2 * SIGN_EVERY_MS);
  expect(signs(A)).toHaveLength(3);
});

test("typing is said at once", async () => {
  open();
  await after(SETTLE_MS);
  isTyping.value = true;
  await after(500);
  expect(signs(A).at(-1)?.body).toEqual({ is_typing: true });
});

test("who only walks past is not announced", async () => {
  open();
  await after(SETTLE_MS - 100);
  id.value = B;
  await after(SETTLE_MS);
  expect(signs(A)).toHaveLength(0);
  expect(leaves(A)).toHaveLength(0);
  expect(signs(B)).toHaveLength(1);
});

test("closing takes the sign back, also when the page itself is closed", async () => {
  open();
  await after(SETTLE_MS);
  id.value = B;
  await nextTick();
  expect(leaves(A)).toHaveLength(1);
  expect(others.value).toEqual([]);
  await after(SETTLE_MS);
  window.dispatchEvent(new Event("pagehide"));
  expect(leaves(B)).toMatchObject([{ keepalive: true }]);
});

test("a hidden page gives no sign, and one at once when it is seen again", async () => {
  open();
  await after(SETTLE_MS);
  isHidden = true;
  document.dispatchEvent(new Event("visibilitychange"));
  await after(5 * SIGN_EVERY_MS);
  expect(signs(A)).toHaveLength(1);
  isHidden = false;
  document.dispatchEvent(new Event("visibilitychange"));
  await after(0);
  expect(signs(A)).toHaveLength(2);
});

test("where nobody answers, nobody is shown, and it is tried again", async () => {
  open();
  await after(SETTLE_MS);
  delete answers[`POST /incidents/${A}/watch`];
  await after(SIGN_EVERY_MS);
  expect(others.value).toEqual([]);
  answers[`POST /incidents/${A}/watch`] = { status: 200, body: [WU] };
  await after(SIGN_EVERY_MS);
  expect(others.value).toEqual([WU]);
});

test("without the permission nothing is asked", async () => {
  open(["read_incident"]);
  await after(2 * SIGN_EVERY_MS);
  expect(asked).toEqual([]);
});

test("the note names who reads and who writes, and is empty where nobody does", async () => {
  const session = useSession();
  session.me = { person_id: "zhao", permissions: ["watch_incident"] } as unknown as Me;
  session.status = "in";
  answers[`POST /incidents/${A}/watch`] = {
    status: 200,
    body: [WU, { person_id: "lin", name: "林晓", post_title: "", is_typing: true }],
  };
  page = mount(PresenceNote, { props: { incidentId: A } });
  expect(page.text()).toBe("");
  await after(SETTLE_MS);
  expect(page.text()).toContain("吴芳（迎春社区坐席）也打开着这件事");
  expect(page.text()).toContain("林晓正在填写");
});
