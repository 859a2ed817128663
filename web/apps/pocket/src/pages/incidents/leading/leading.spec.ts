// A leader's taps against a server played by `fetch`: nothing of our own is replaced.

import { connect } from "@jingwei/client";
import { i18n } from "@jingwei/ui";
import { flushPromises, mount } from "@vue/test-utils";
import { beforeEach, describe, expect, it } from "vitest";
import { defineComponent, h } from "vue";
import { createMemoryHistory, createRouter } from "vue-router";
import { toasts } from "@/parts/toasts.js";
import LeadCard from "./LeadCard.vue";
import { useUrging, type Row } from "./useLeading.js";

const ROW = {
  id: "019a0000-0000-7000-8000-000000000001", title: "井盖松动", version: 4, state: 40, colour: "overdue", is_urgent: false,
  unit_name: "城管局", centre_name: "社区", address: "春晖路", area_name: "", due_at: "2026-01-01T00:00:00Z", is_suspended: false,
  actions: ["urge", "instruct"],
} as unknown as Row;
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();
const REFUSED = { code: "incident.urged_already", message: "刚刚催办过", message_en: "Urged already", data: {}, next: "wait" };

let asked: string[] = [];
let isRefused = false;
let release: (() => void)[] = [];

beforeEach(async () => {
  await router.push("/");
  asked = [];
  isRefused = false;
  release = [];
  connect({
    fetch: async (address) => {
      asked.push(String(address));
      await new Promise<void>((go) => release.push(go));
      if (isRefused) return Response.json(REFUSED, { status: 409 });
      return Response.json({ id: ROW.id, urged: { times: 1, last_at: new Date().toISOString(), again_at: inAnHour() } });
    },
  });
});

function urging(): ReturnType<typeof useUrging> {
  let made: ReturnType<typeof useUrging> | undefined;
  mount(defineComponent(() => {
    made = useUrging();
    return () => h("div");
  }), { global: { plugins: [i18n] } });
  return made!;
}

const page = { render: () => null };
const router = createRouter({
  history: createMemoryHistory(),
  routes: [{ path: "/", name: "home", component: page }, { path: "/task/:id", name: "task", component: page }],
});

function card(props: Record<string, unknown>) {
  return mount(LeadCard, { props: { row: ROW, ...props } as never, global: { plugins: [i18n, router] } });
}
const wordsOf = (shown: ReturnType<typeof card>) => shown.findAll("button").map((one) => one.text());

describe("urging at one tap", () => {
  it("sends once however often it is tapped, and says from when it can be done again", async () => {
    const { urge, againOf, busy } = urging();
    const first = urge(ROW);
    void urge(ROW);
    expect(busy.value).toBe(ROW.id);
    await flushPromises();
    release.forEach((go) => go());
    await first;
    expect(asked).toEqual([`/api/v1/incidents/${ROW.id}/urge`]);
    expect(againOf(ROW.id)).not.toBe("");
    expect(busy.value).toBe("");
  });

  it("says in the server's words why not", async () => {
    isRefused = true;
    const { urge } = urging();
    const done = urge({ ...ROW, id: "019a0000-0000-7000-8000-000000000002" } as Row);
    await flushPromises();
    release.forEach((go) => go());
    await done;
    expect(toasts.value.at(-1)?.says).toBe("刚刚催办过");
  });
});

describe("a card", () => {
  it("offers what the server offers", () => {
    expect(wordsOf(card({}))).toEqual(["批示", "催办"]);
    expect(wordsOf(card({ row: { ...ROW, actions: [] } }))).toEqual([]);
  });

  it("does not offer to urge again what was just urged, nor oneself", () => {
    expect(wordsOf(card({ again: "3 小时" }))).toEqual(["批示"]);
    expect(wordsOf(card({ kind: "take" }))).toEqual(["批示"]);
  });

  it("leads to the answer where time is asked for", async () => {
    const shown = card({ kind: "extension" });
    expect(wordsOf(shown)).toEqual(["批示", "审批"]);
    await shown.findAll("button").at(-1)?.trigger("click");
    expect(shown.emitted("decide")).toHaveLength(1);
  });
});
