import { QueryClient, VueQueryPlugin } from "@tanstack/vue-query";
import { connect, type Schema } from "@jingwei/client";
import { flushPromises, mount } from "@vue/test-utils";
import { defineComponent, h, ref, type Ref } from "vue";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { EMPTY, type Address } from "./address.js";
import type { Row } from "./columns.js";
import { useActing } from "./useActing.js";
import { leavesList, useList } from "./useList.js";

const row = (id: string, version = 1) =>
  ({ id, version, title: `事件${id}`, state: 10, actions: ["accept"], is_seen: false, item_code: "010101" }) as unknown as Row;
const done = (id: string) => ({ id, is_done: true, version: 2, state: 20, state_label: "", state_label_en: "", refusal: null });
const refused = (id: string) => ({
  ...done(id), is_done: false, version: null, state: null,
  refusal: { code: "stale_version", message: "刚刚被他人更新", message_en: "changed", status: 409, data: {} },
});

/** A server at the socket: what it was asked, and what it answers next. */
class Server {
  asked: { path: string; body: unknown }[] = [];
  answers: (() => Promise<Response> | Response)[] = [];
  rows = [row("1"), row("2"), row("3")];

  fetch = async (address: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const path = String(address);
    if (path.includes("/incidents?") || path.endsWith("/incidents")) return json({ rows: this.rows, actions: [], next_cursor: null });
    this.asked.push({ path, body: JSON.parse(String(init?.body ?? "{}")) });
    const answer = this.answers.shift();
    if (!answer) throw new TypeError("nothing answers");
    return answer();
  };
}
const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json" } });
const batch = (rows: unknown[]) => () => json({ batch_id: "b", at: "2026-11-22T08:00:00Z", done: 0, refused: 0, rows });

function open(address: Ref<Address>) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  client.setQueryData(["getInbox"], { buckets: [{ bucket: "to_accept", label: "", label_en: "", count: 3, is_capped: false }] });
  let found!: { list: ReturnType<typeof useList>; acting: ReturnType<typeof useActing> };
  let number = 0;
  const page = mount(
    defineComponent({
      setup() {
        const list = useList(address);
        found = { list, acting: useActing(address, list, () => `batch-${(number += 1)}`) };
        return () => h("div");
      },
    }),
    { global: { plugins: [[VueQueryPlugin, { queryClient: client }]] } },
  );
  const count = () => client.getQueryData<Schema<"InboxOut">>(["getInbox"])?.buckets[0]?.count;
  return { ...found, count, close: () => page.unmount() };
}

let server: Server;
beforeEach(() => {
  vi.useFakeTimers();
  server = new Server();
  connect({ fetch: server.fetch });
});
afterEach(() => void vi.useRealTimers());

const tray = ref<Address>({ ...EMPTY, tray: "to_accept" });
const shown = (page: ReturnType<typeof open>) => page.list.rows.value.map((one) => one.id);

describe("acting on rows", () => {
  it("takes them out at once, lowers the figure, and tells what became of each", async () => {
    const page = open(tray);
    await flushPromises();
    server.answers.push(batch([done("1"), done("2")]));
    const promise = page.acting.act("accept", [row("1"), row("2")], { item_code: "010101" });
    expect(shown(page)).toEqual(["3"]);
    expect(page.count()).toBe(1);
    expect((await promise).outcomes.map((one) => one.is_done)).toEqual([true, true]);
    expect(server.asked[0]?.body).toEqual({
      batch_id: "batch-1", action: "accept", item_code: "010101", rows: [{ id: "1", version: 1 }, { id: "2", version: 1 }],
    });
    page.close();
  });

  it("puts back what was refused", async () => {
    const page = open(tray);
    await flushPromises();
    server.answers.push(batch([done("1"), refused("2")]));
    const result = await page.acting.act("accept", [row("1"), row("2")]);
    expect(result.outcomes.filter((one) => !one.is_done).map((one) => one.refusal?.code)).toEqual(["stale_version"]);
    expect(shown(page)).toEqual(["2", "3"]);
    page.close();
  });

  it("puts everything back when nothing answers, and sends the same batch again", async () => {
    const page = open(tray);
    await flushPromises();
    const silent = await page.acting.act("accept", [row("1")]);
    expect([silent.state, shown(page)]).toEqual(["unsent", ["1", "2", "3"]]);
    server.answers.push(batch([done("1")]));
    await page.acting.resend.value?.();
    expect(server.asked.map((one) => (one.body as { batch_id: string }).batch_id)).toEqual(["batch-1", "batch-1"]);
    expect(page.acting.resend.value).toBeNull();
    page.close();
  });

  it("offers no sending again where the server refused the whole", async () => {
    const page = open(tray);
    await flushPromises();
    server.answers.push(() => json({ code: "bad_fields", message: "填写有误", message_en: "", data: {}, next: "correct" }, 422));
    expect((await page.acting.act("accept", [row("1")])).state).toBe("unsent");
    expect(page.acting.resend.value).toBeNull();
    page.close();
  });

  it("takes a dispatch back by recalling it, at the version it made", async () => {
    const page = open(tray);
    await flushPromises();
    server.answers.push(batch([done("1")]), batch([done("1")]));
    await page.acting.act("dispatch", [row("1")], { unit_id: "u" });
    expect(page.acting.canUndo.value).toBe(true);
    await page.acting.undo("误操作，撤回");
    expect(server.asked[1]?.body).toMatchObject({ action: "recall", remark: "误操作，撤回", rows: [{ id: "1", version: 2 }] });
    expect(page.acting.canUndo.value).toBe(false);
    expect(await page.acting.undo("再撤回")).toBeNull();
    page.close();
  });

  it("hides a row only at the version that was acted on: what came back since is shown", async () => {
    const page = open(tray);
    await flushPromises();
    page.acting.tookStep(row("1"), "accept");
    expect(shown(page)).toEqual(["2", "3"]);
    server.rows = [row("1", 3), row("2")];
    await vi.advanceTimersByTimeAsync(1000);
    await flushPromises();
    expect(shown(page)).toEqual(["1", "2"]);
    page.close();
  });
});

describe("which rows leave which list", () => {
  const at = (changes: Partial<Address>) => ({ ...EMPTY, ...changes });
  it.each([
    [{ tray: "to_accept" }, "accept", true],
    [{ tray: "to_accept" }, "note", false],
    [{ tray: "overdue" }, "accept", false],
    [{ tray: "overdue" }, "close", true],
    [{ tray: "waiting_for_units" }, "take", false],
    [{ tray: "waiting_for_units" }, "recall", true],
    [{ tray: "in_hand" }, "assign", false],
    [{ states: [10] }, "accept", true],
    [{}, "accept", false],
    [{ isOpen: true }, "close", true],
  ] as const)("%j, %s: %s", (changes, action, leaves) => {
    expect(leavesList(at(changes as Partial<Address>), action)).toBe(leaves);
  });
});
