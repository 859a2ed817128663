import { Refusal } from "@jingwei/client";
import { mount } from "@vue/test-utils";
import { ElButton, ElSkeleton } from "element-plus";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ref } from "vue";
import { PageState, RefusalNote, setLocale, StateMark, When } from "../src/index.js";

const global = { components: { ElButton, ElSkeleton } };
const REFUSED = new Refusal(409, {
  code: "incident.stale",
  message: "别人刚刚改过这件事。",
  message_en: "Somebody changed it just now.",
  data: {},
  next: "refresh",
});

beforeEach(() => setLocale("zh-CN"));
afterEach(() => vi.useRealTimers());

describe("a state mark", () => {
  it("is colour, shape and word", () => {
    const mark = mount(StateMark, { props: { colour: "overdue", word: "处置中", extra: "2 小时" } });
    expect(mark.classes()).toContain("is-overdue");
    expect(mark.find("svg path").exists()).toBe(true);
    expect(mark.text()).toMatch(/处置中.*已超时.*2 小时/);
  });

  it("draws each meaning differently", () => {
    const drawn = ["done", "running", "may_overrun", "overdue", "waiting"].map((colour) => mount(StateMark, { props: { colour } }).find("svg").html());
    expect(new Set(drawn).size).toBe(5);
  });

  it("of a colour nobody told it of is grey, and still says the word", () => {
    expect(mount(StateMark, { props: { colour: "purple", word: "新状态" } }).classes()).toContain("is-waiting");
  });
});

describe("a moment", () => {
  it("is relative, exact on hover, and goes on by itself", async () => {
    vi.useFakeTimers({ now: new Date("2026-11-21T06:30:00Z") });
    const when = mount(When, { props: { at: "2026-11-21T06:10:00Z" } });
    expect(when.text()).toBe("20分钟前");
    expect(when.attributes("title")).toContain("2026年11月21日");
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    expect(when.text()).toBe("30分钟前");
    when.unmount();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("a refusal", () => {
  it("speaks the reader's language and names the next step", async () => {
    const note = mount(RefusalNote, { props: { error: REFUSED } });
    expect(note.text()).toContain("别人刚刚改过这件事。");
    expect(note.text()).toContain("请刷新后再试");
    expect(note.attributes("role")).toBe("alert");
    setLocale("en");
    await note.vm.$nextTick();
    expect(note.text()).toContain("Somebody changed it just now.");
    expect(note.text()).not.toMatch(/\p{Script=Han}/u);
  });

  it("tells the number where something broke, and nowhere else", () => {
    const broken = new Refusal(500, { ...REFUSED.body, code: "server_error" }, "k7m2xq90abcd");
    expect(mount(RefusalNote, { props: { error: broken } }).text()).toContain("编号 k7m2xq90abcd");
    expect(mount(RefusalNote, { props: { error: new Refusal(409, REFUSED.body, "k7m2xq90abcd") } }).text()).not.toContain("k7m2");
  });

  it("shows nothing where nothing happened, and never an error's own text", () => {
    expect(mount(RefusalNote, { props: { error: undefined } }).text()).toBe("");
    expect(mount(RefusalNote, { props: { error: new Error("x is not a function") } }).text()).not.toContain("function");
    expect(mount(RefusalNote, { props: { error: new TypeError("Failed to fetch") } }).text()).toContain("连接不到服务器");
  });
});

describe("the state of a page", () => {
  const query = (over: object) => ({ isPending: ref(false), error: ref<unknown>(null), data: ref<unknown>(undefined), refetch: vi.fn(), ...over });
  const shown = (given: object, props = {}) =>
    mount(PageState, { props: { query: query(given), emptyTitle: "没有待受理的事", emptyHint: "新的上报会出现在这里。", ...props }, slots: { default: "内容" }, global });

  it("is loading until there is something", () => {
    const page = shown({ isPending: ref(true) });
    expect(page.find("[aria-busy=true]").exists()).toBe(true);
    expect(page.text()).toContain("正在读取");
  });

  it("teaches when it is empty", () => {
    const page = shown({ data: ref([]) }, { isEmpty: true });
    expect(page.text()).toContain("没有待受理的事");
    expect(page.text()).toContain("新的上报会出现在这里。");
    expect(page.text()).not.toContain("内容");
  });

  it("says what failed and can be tried again", async () => {
    const given = query({ error: ref(REFUSED) });
    const page = mount(PageState, { props: { query: given }, global });
    expect(page.text()).toContain("别人刚刚改过这件事。");
    await page.find("button").trigger("click");
    expect(given.refetch).toHaveBeenCalledOnce();
  });

  it("keeps what was read when a later reading fails", () => {
    expect(shown({ data: ref([1]), error: ref(REFUSED) }).text()).toBe("内容");
  });

  it("says that there is no network", async () => {
    const online = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
    expect(shown({ isPending: ref(true) }).text()).toContain("现在没有网络");
    online.mockReturnValue(true);
  });
});
