import { drafts, LONGEST_DRAFT } from "@jingwei/domain";
import { mount, type VueWrapper } from "@vue/test-utils";
import { createPinia, setActivePinia } from "pinia";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { defineComponent, h, nextTick, ref, type Ref } from "vue";
import { useSession, type Me } from "../session.js";
import { useDraft, type Draft } from "./useDraft.js";

const WU = "018f0000-0000-7000-8000-000000000001";
const ZHAO = "018f0000-0000-7000-8000-000000000002";
const empty = () => ({ remark: "", unit: null as string | null });
type Form = ReturnType<typeof empty>;

let key: Ref<string>;
const pages: VueWrapper[] = [];

function signIn(person: string): void {
  drafts.open(person);
  useSession().me = { person_id: person, permissions: [] } as unknown as Me;
}

/** A page with the form, as it is opened. */
function page(): Draft<Form> {
  let draft: Draft<Form> | undefined;
  const wrapper = mount(
    defineComponent(() => {
      draft = useDraft(key, empty);
      return () => h("textarea");
    }),
  );
  pages.push(wrapper);
  return draft!;
}

function reload(): void {
  pages.splice(0).forEach((one) => one.unmount());
}

function asksBeforeLeaving(): boolean {
  const event = new Event("beforeunload", { cancelable: true });
  window.dispatchEvent(event);
  return event.defaultPrevented;
}

beforeEach(() => {
  localStorage.clear();
  setActivePinia(createPinia());
  key = ref("close:7");
  signIn(WU);
});
afterEach(reload);

test("what was typed is there again after a reload, and says so", () => {
  page().value.value.remark = "已清运";
  reload();
  const again = page();
  expect(again.value.value).toEqual({ remark: "已清运", unit: null });
  expect(again.isRestored.value).toBe(true);
});

test("an untouched form keeps nothing", () => {
  const draft = page();
  expect(draft.isRestored.value).toBe(false);
  draft.value.value.remark = "x";
  draft.value.value.remark = "";
  expect(drafts.count()).toBe(0);
});

test("once it was sent it is gone", () => {
  const draft = page();
  draft.value.value.remark = "已清运";
  draft.clear();
  expect(draft.value.value).toEqual(empty());
  reload();
  expect(page().isRestored.value).toBe(false);
});

test("each matter has its own", async () => {
  const draft = page();
  draft.value.value.remark = "七";
  key.value = "close:8";
  await nextTick();
  expect(draft.value.value.remark).toBe("");
  draft.value.value.remark = "八";
  key.value = "close:7";
  await nextTick();
  expect(draft.value.value.remark).toBe("七");
  expect(draft.isRestored.value).toBe(true);
});

test("a field that the form got since is filled with what it begins with", () => {
  drafts.write("close:7", { remark: "旧" });
  expect(page().value.value).toEqual({ remark: "旧", unit: null });
});

test("somebody else at the same page sees nothing of it, and it comes back with its person", () => {
  const draft = page();
  draft.value.value.remark = "已清运";
  signIn(ZHAO);
  expect(draft.value.value.remark).toBe("");
  draft.value.value.remark = "别人的";
  signIn(WU);
  expect(draft.value.value.remark).toBe("已清运");
});

test("another window's text is taken over, but not under one's hands", () => {
  drafts.listen(window);
  const draft = page();
  const tell = (remark: string | undefined) =>
    window.dispatchEvent(
      new StorageEvent("storage", {
        key: `jingwei.draft.${WU}.close:7`,
        newValue: remark === undefined ? null : JSON.stringify({ at: Date.now(), value: { remark } }),
      }),
    );
  const focus = vi.spyOn(document, "hasFocus").mockReturnValue(false);
  tell("别的窗口");
  expect(draft.value.value.remark).toBe("别的窗口");
  tell(undefined);
  expect(draft.value.value.remark).toBe("");
  focus.mockReturnValue(true);
  draft.value.value.remark = "正在写";
  tell("别的窗口");
  expect(draft.value.value.remark).toBe("正在写");
});

test("leaving is asked about only where something would be lost", () => {
  const draft = page();
  draft.value.value.remark = "已清运";
  expect(asksBeforeLeaving()).toBe(false);
  draft.value.value.remark = "长".repeat(LONGEST_DRAFT + 1);
  expect(draft.isKept.value).toBe(false);
  expect(asksBeforeLeaving()).toBe(true);
  draft.value.value.remark = "短";
  expect(asksBeforeLeaving()).toBe(false);
  draft.value.value.remark = "长".repeat(LONGEST_DRAFT + 1);
  draft.clear();
  expect(asksBeforeLeaving()).toBe(false);
});

test("a browser that keeps nothing asks before leaving", () => {
  vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  const draft = page();
  draft.value.value.remark = "已清运";
  expect(draft.value.value.remark).toBe("已清运");
  expect(asksBeforeLeaving()).toBe(true);
  reload();
  expect(asksBeforeLeaving()).toBe(false);
});
