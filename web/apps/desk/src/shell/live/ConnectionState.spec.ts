import { mount, type VueWrapper } from "@vue/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { nextTick, ref } from "vue";
import type { LiveState } from "@jingwei/domain";

const state = ref<LiveState>("stopped");
vi.mock("@jingwei/face", () => ({ liveState: state }));
const { default: ConnectionState } = await import("./ConnectionState.vue");

let bar: VueWrapper;

async function now(is: LiveState, ms = 0): Promise<string> {
  state.value = is;
  await nextTick();
  await vi.advanceTimersByTimeAsync(ms);
  return bar.text();
}

beforeEach(() => {
  vi.useFakeTimers();
  state.value = "stopped";
  bar = mount(ConnectionState);
});
afterEach(() => {
  bar.unmount();
  vi.useRealTimers();
});

test("nothing is said while nobody listens", () => {
  expect(bar.text()).toBe("");
});

test("a break that mends itself at once is not worth a word", async () => {
  expect(await now("live")).toContain("实时");
  expect(await now("reconnecting", 2_000)).toContain("实时");
  expect(await now("live", 5_000)).not.toContain("正在重连");
});

test("a lasting break is told in plain words, and what becomes of what was typed", async () => {
  await now("live");
  const said = await now("reconnecting", 3_000);
  expect(said).toContain("正在重连");
  expect(said).toContain("填写的内容都在");
  expect(bar.get("[role=status]").attributes("data-state")).toBe("reconnecting");
});

test("no network is told at once", async () => {
  await now("live");
  expect(await now("offline")).toContain("没有网络");
  expect(await now("live")).not.toContain("没有网络");
});

test("an ended session is the dialog's business", async () => {
  await now("live");
  expect(await now("signed_out")).toBe("");
});
