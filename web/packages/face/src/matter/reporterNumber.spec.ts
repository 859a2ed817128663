import { flushPromises, mount } from "@vue/test-utils";
import { expect, it, vi } from "vitest";
import { defineComponent, h, ref } from "vue";
import { serve, type Asked } from "../live/served.js";
import { useReporterNumber } from "./reporterNumber.js";

const MINUTE_MS = 60_000;

function shown(answer: (asked: Asked) => Promise<{ status: number; body: unknown }>) {
  serve({ "POST /incidents/1/reporter": answer });
  const id = ref("1");
  let number: ReturnType<typeof useReporterNumber> | undefined;
  const page = defineComponent({
    setup() {
      number = useReporterNumber(() => id.value);
      return () => h("p", number?.phone.value);
    },
  });
  return { id, page: mount(page), reveal: () => number?.reveal() };
}

it("shows the number for a minute and no longer", async () => {
  vi.useFakeTimers();
  const { page, reveal } = shown(async () => ({ status: 200, body: { phone: "13800000001" } }));
  await reveal();
  await flushPromises();
  expect(page.text()).toBe("13800000001");
  await vi.advanceTimersByTimeAsync(MINUTE_MS);
  expect(page.text()).toBe("");
  page.unmount();
  vi.useRealTimers();
});

it("never shows it beside another matter, however late the answer comes", async () => {
  let answer: (given: { status: number; body: unknown }) => void = () => undefined;
  const { id, page, reveal } = shown(() => new Promise((resolve) => (answer = resolve)));
  const asked = reveal();
  await flushPromises();
  id.value = "2";
  await flushPromises();
  answer({ status: 200, body: { phone: "13800000001" } });
  await asked;
  await flushPromises();
  expect(page.text()).toBe("");
  page.unmount();
});
