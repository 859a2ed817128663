import { beforeEach, describe, expect, test } from "vitest";
import { DraftStore, KEEP_DAYS, LONGEST_DRAFT, LONGEST_TOGETHER, MOST_DRAFTS } from "../src/drafts.js";

const WU = "018f0000-0000-7000-8000-000000000001";
const ZHAO = "018f0000-0000-7000-8000-000000000002";
const DAY = 86_400_000;

let at: number;
let store: DraftStore;

function another(person: string): DraftStore {
  const one = new DraftStore(() => localStorage, () => at);
  one.open(person);
  return one;
}

beforeEach(() => {
  localStorage.clear();
  at = 1_800_000_000_000;
  store = another(WU);
});

describe("what was typed", () => {
  test("is there again after a reload", () => {
    expect(store.write("close:7", { remark: "已办结" })).toBe(true);
    expect(another(WU).read("close:7")).toEqual({ remark: "已办结" });
    expect(store.count()).toBe(1);
  });

  test("is taken over from a visitor who signs in, but never over what one typed oneself", () => {
    const visitor = another("visitor");
    visitor.write("report", { words: "路灯" });
    visitor.write("close:7", { remark: "访客" });
    store.write("close:7", { remark: "自己" });
    store.adopt("visitor");
    expect(store.read("report")).toEqual({ words: "路灯" });
    expect(store.read("close:7")).toEqual({ remark: "自己" });
    expect(another("visitor").count()).toBe(0);
  });

  test("is gone once it was sent", () => {
    store.write("close:7", { remark: "已办结" });
    store.drop("close:7");
    expect(another(WU).read("close:7")).toBeUndefined();
  });

  test("is nobody else's", () => {
    store.write("close:7", { remark: "已办结" });
    expect(another(ZHAO).read("close:7")).toBeUndefined();
    expect(another(ZHAO).count()).toBe(0);
    expect(another(WU).read("close:7")).toEqual({ remark: "已办结" });
  });

  test("is neither kept nor shown while nobody is signed in", () => {
    store.write("close:7", "x");
    store.close();
    expect(store.read("close:7")).toBeUndefined();
    expect(store.write("close:8", "y")).toBe(false);
  });

  test("is wiped when its person signs out, and nobody else's is", () => {
    store.write("a", 1);
    another(ZHAO).write("b", 2);
    localStorage.setItem("jingwei.preferences", "{}");
    store.wipe();
    expect(store.count()).toBe(0);
    expect(another(ZHAO).read("b")).toBe(2);
    expect(localStorage.getItem("jingwei.preferences")).toBe("{}");
  });

  test("is forgotten after a week, whoever typed it", () => {
    another(ZHAO).write("old", 1);
    at += KEEP_DAYS * DAY + 1;
    store.write("new", 2);
    store.open(WU);
    expect(another(ZHAO).count()).toBe(0);
    expect(store.read("new")).toBe(2);
  });
});

test("what must not lie about for days is forgotten after its hours, even while the page stays open", () => {
  store.write("intake", { number: "13900000000" }, 12);
  store.write("close:7", { remark: "x" });
  at += 12 * 3_600_000;
  expect(store.read("intake")).toEqual({ number: "13900000000" });
  at += 1;
  expect(store.read("intake")).toBeUndefined();
  expect(store.read("close:7")).toEqual({ remark: "x" });
  store.open(WU);
  expect(store.count()).toBe(1);
});

describe("the place is bounded", () => {
  test("by the number of drafts: the oldest gives way", () => {
    for (let number = 0; number <= MOST_DRAFTS; number += 1) {
      at += 1;
      expect(store.write(`d${number}`, number)).toBe(true);
    }
    expect(store.count()).toBe(MOST_DRAFTS);
    expect(store.read("d0")).toBeUndefined();
    expect(store.read(`d${MOST_DRAFTS}`)).toBe(MOST_DRAFTS);
  });

  test("by their length together", () => {
    const long = "字".repeat(LONGEST_DRAFT - 100);
    for (let number = 0; number < 14; number += 1) {
      at += 1;
      store.write(`d${number}`, long);
    }
    expect(store.count()).toBe(Math.floor(LONGEST_TOGETHER / (LONGEST_DRAFT - 100 + 34)));
    expect(store.read("d13")).toBe(long);
  });

  test("and says so where one is too long to be kept", () => {
    expect(store.write("d", "字".repeat(LONGEST_DRAFT))).toBe(false);
  });

  test("writing the same draft again takes no second place", () => {
    for (let number = 0; number < 200; number += 1) store.write("same", number);
    expect(store.count()).toBe(1);
  });
});

describe("a browser that keeps nothing", () => {
  test("says that it keeps nothing, and breaks nothing", () => {
    const closed = new DraftStore(() => {
      throw new DOMException("closed", "SecurityError");
    });
    closed.open(WU);
    expect(closed.write("a", 1)).toBe(false);
    expect(closed.read("a")).toBeUndefined();
    expect(closed.count()).toBe(0);
    closed.drop("a");
    closed.wipe();
  });

  test("what somebody else spoilt is as if it were not there", () => {
    localStorage.setItem(`jingwei.draft.${WU}.a`, "{not json");
    localStorage.setItem(`jingwei.draft.${WU}.b`, "null");
    expect(store.read("a")).toBeUndefined();
    expect(store.read("b")).toBeUndefined();
  });
});

test("another window of the same person is heard, and only its keys", () => {
  const heard: unknown[] = [];
  store.listen(window);
  const stop = store.onChange("close:7", (value) => heard.push(value));
  const tell = (key: string, newValue: string | null) => window.dispatchEvent(new StorageEvent("storage", { key, newValue }));
  tell(`jingwei.draft.${WU}.close:7`, JSON.stringify({ at, value: "x" }));
  tell(`jingwei.draft.${WU}.close:7`, null);
  tell(`jingwei.draft.${WU}.close:8`, JSON.stringify({ at, value: "y" }));
  tell(`jingwei.draft.${ZHAO}.close:7`, JSON.stringify({ at, value: "z" }));
  expect(heard).toEqual(["x", undefined]);
  stop();
  tell(`jingwei.draft.${WU}.close:7`, null);
  expect(heard).toHaveLength(2);
});
