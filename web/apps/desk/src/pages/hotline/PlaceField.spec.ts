import { flushPromises, mount } from "@vue/test-utils";
import { i18n } from "@jingwei/ui";
import { beforeEach, describe, expect, it, vi } from "vitest";
import PlaceField from "./PlaceField.vue";

const search = vi.hoisted(() => ({ asked: [] as string[], answer: async (): Promise<unknown> => [] }));
vi.mock("@jingwei/client", async (load) => ({
  ...(await load<object>()),
  findAddresses: (given: { words: string }) => {
    search.asked.push(given.words);
    return search.answer();
  },
}));

const lane = { address: "幸福巷12号", area_code: "430902001001001", area_name: "石码头社区 第一网格", grid_code: "430902001001001", is_area: false, lon: 112.3, lat: 28.5 };
const area = { address: "", area_code: "430902001001", area_name: "幸福社区", grid_code: null, is_area: true, lon: 112.3, lat: 28.5 };

function field() {
  return mount(PlaceField, {
    props: { modelValue: { address: "", areaCode: "", lon: null, lat: null }, areaName: "" },
    global: { plugins: [i18n], stubs: { "el-button": true, FieldHelp: true } },
  });
}

async function type(wrapper: ReturnType<typeof field>, words: string) {
  vi.useFakeTimers();
  await wrapper.get("input").setValue(words);
  vi.advanceTimersByTime(200);
  vi.useRealTimers();
  await flushPromises();
}

describe("the place of a report", () => {
  beforeEach(() => Object.assign(search, { asked: [], answer: async () => [area, lane] }));

  it("is suggested from two characters on, not from one", async () => {
    const wrapper = field();
    await type(wrapper, "幸");
    expect(search.asked).toEqual([]);
    await type(wrapper, "幸福");
    expect(search.asked).toEqual(["幸福"]);
    expect(wrapper.findAll("[role=option]")).toHaveLength(2);
    expect(wrapper.get("input").attributes("aria-expanded")).toBe("true");
  });

  it("is chosen by keyboard, with its position", async () => {
    const wrapper = field();
    await type(wrapper, "幸福");
    for (const key of ["ArrowDown", "ArrowDown", "Enter"]) await wrapper.get("input").trigger("keydown", { key });
    expect(wrapper.emitted("update:modelValue")?.at(-1)).toEqual([
      { address: "幸福巷12号", areaCode: "430902001001001", lon: 112.3, lat: 28.5 },
    ]);
  });

  it("may be a whole area, which has no position of its own", async () => {
    const wrapper = field();
    await type(wrapper, "幸福");
    await wrapper.get("[role=option]").trigger("mousedown");
    expect(wrapper.emitted("update:modelValue")?.at(-1)).toEqual([
      { address: "幸福社区", areaCode: "430902001001", lon: null, lat: null },
    ]);
  });

  it("stays usable where the search fails", async () => {
    search.answer = async () => Promise.reject(new Error("away"));
    const wrapper = field();
    await type(wrapper, "幸福路");
    expect(wrapper.emitted("update:modelValue")?.at(-1)).toEqual([{ address: "幸福路", areaCode: "", lon: null, lat: null }]);
  });
});
