// The whole of doing something to a matter, against a server played by `fetch`: nothing of our own is replaced.

import { connect, getIncident, type Schema } from "@jingwei/client";
import { drafts, keyRegistry } from "@jingwei/domain";
import { readKey, useRead, useSession } from "@jingwei/face";
import { QueryClient, VueQueryPlugin } from "@tanstack/vue-query";
import { flushPromises, mount } from "@vue/test-utils";
import { createPinia, setActivePinia } from "pinia";
import { beforeEach, describe, expect, it } from "vitest";
import { computed, defineComponent, h } from "vue";
import type { ActionName, Incident, Offer } from "./actions.js";
import { useMatterActions, type MatterActions } from "./useMatterActions.js";

const ID = "019a0000-0000-7000-8000-000000000001";
const offers = (...names: ActionName[]): Offer[] =>
  names.map((action) => ({
    action, label: action, label_en: action, operation_id: "", evidence: [],
    needs: action === "take" ? [] : ["remark"],
  }));

interface Sent {
  path: string;
  body: Record<string, unknown>;
}

/** A server with one matter; `meanwhile` is what a colleague does between two requests. */
class Server {
  version = 3;
  names: ActionName[] = ["close", "note", "fail_check"];
  sent: Sent[] = [];
  steps: Partial<Incident["steps"][number]>[] = [];

  meanwhile(action: ActionName, names: ActionName[]): void {
    this.version += 1;
    this.names = names;
    this.steps.push({ version: this.version, action, actor_name: "同事" });
  }

  get incident(): unknown {
    return {
      id: ID, receipt_no: "1", version: this.version, state: 60, item_code: "010101", centre_id: "centre", tasks: [], attachments: [],
      steps: this.steps, actions: offers(...this.names),
    };
  }

  fetch: typeof fetch = async (input, init) => {
    const path = String(input).replace("/api/v1", "");
    if (init?.method !== "POST") return Response.json(path === `/incidents/${ID}` ? this.incident : []);
    const body = JSON.parse(String(init.body)) as Record<string, unknown>;
    this.sent.push({ path, body });
    if (body["version"] !== undefined && body["version"] !== this.version) {
      const refusal = { code: "stale_version", message: "别人改过", message_en: "changed", data: {}, next: "refresh" };
      return Response.json(refusal, { status: 409 });
    }
    this.meanwhile("close", ["note"]);
    return Response.json(this.incident);
  };
}

let server: Server;
let changed: ActionName[];

async function desk(): Promise<{ doing: MatterActions; client: QueryClient; leave: () => void }> {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  let doing: MatterActions | undefined;
  const wrapper = mount(
    defineComponent(() => {
      const query = useRead(getIncident, () => ({ incident_id: ID }));
      doing = useMatterActions(computed(() => query.data.value), { changed: (action) => changed.push(action) });
      return () => h("div");
    }),
    { global: { plugins: [[VueQueryPlugin, { queryClient: client }]] } },
  );
  await flushPromises();
  return { doing: doing as MatterActions, client, leave: () => wrapper.unmount() };
}

beforeEach(() => {
  localStorage.clear();
  setActivePinia(createPinia());
  const me = { person_id: "p", permissions: [], post: null, posts: [] } as unknown as Schema<"MeOut">;
  useSession().me = me;
  drafts.open("p");
  server = new Server();
  changed = [];
  connect({ fetch: server.fetch });
});

describe("an action", () => {
  it("opens by its letter, waits for what it needs, and sends the version that was seen", async () => {
    const { doing, leave } = await desk();
    keyRegistry.press(new KeyboardEvent("keydown", { key: "c" }));
    expect(doing.chosen.value?.action).toBe("close");
    expect(await doing.submit()).toBe(false);
    expect(server.sent).toEqual([]);
    doing.form.value.remark = "已清运";
    expect(await doing.submit()).toBe(true);
    expect(server.sent).toEqual([{ path: `/incidents/${ID}/close`, body: { version: 3, remark: "已清运" } }]);
    expect(changed).toEqual(["close"]);
    expect(doing.offers.value.map((one) => one.action)).toEqual(["note"]);
    expect(doing.chosen.value).toBeUndefined();
    leave();
  });

  it("that needs nothing is done by one key", async () => {
    server.names = ["take", "note"];
    const { doing, leave } = await desk();
    keyRegistry.press(new KeyboardEvent("keydown", { key: "a" }));
    await flushPromises();
    expect(server.sent.map((one) => one.path)).toEqual([`/incidents/${ID}/take`]);
    expect(doing.done.value?.action).toBe("take");
    leave();
  });

  it("asks those to assist who neither lead nor are in charge, and sends the place that was picked", async () => {
    server.names = ["dispatch", "reroute"];
    const { doing, leave } = await desk();
    doing.start("dispatch");
    Object.assign(doing.form.value, { remark: "派遣", unitId: "lead", assistIds: ["lead", "centre", "other"] });
    expect(await doing.submit()).toBe(true);
    expect(server.sent[0]?.body["assist_ids"]).toEqual(["other"]);
    server.names = ["reroute"];
    leave();
    const again = await desk();
    again.doing.start("reroute");
    Object.assign(again.doing.form.value, { remark: "改派", unitId: "lead", place: { lon: 112.3, lat: 28.5 } });
    expect(await again.doing.submit()).toBe(true);
    expect(server.sent[1]?.body["position"]).toEqual({ lon: 112.3, lat: 28.5, datum: "wgs84" });
    expect(server.sent[1]?.body).not.toHaveProperty("item_code");
    again.leave();
  });

  it("gives its letters back with the page", async () => {
    const { leave } = await desk();
    leave();
    keyRegistry.press(new KeyboardEvent("keydown", { key: "c" }));
    expect(keyRegistry.bindings().map((one) => one.key)).not.toContain("c");
  });
});

describe("somebody else was faster", () => {
  it("keeps the words, shows what changed, and sends again on the new version", async () => {
    const { doing, leave } = await desk();
    doing.start("close");
    doing.form.value.remark = "写了很久的答复";
    server.meanwhile("note", ["close", "note"]);
    expect(await doing.submit()).toBe(false);
    expect(doing.form.value.remark).toBe("写了很久的答复");
    expect(doing.conflict.value?.steps.map((one) => one.version)).toEqual([4]);
    expect(await doing.submit()).toBe(true);
    expect(server.sent.map((one) => one.body["version"])).toEqual([3, 4]);
    leave();
  });

  it("says so while the form is still open, when the news comes by itself", async () => {
    const { doing, client, leave } = await desk();
    doing.start("close");
    doing.form.value.remark = "答复";
    server.meanwhile("fail_check", ["close", "note"]);
    await client.invalidateQueries({ queryKey: readKey(getIncident, { incident_id: ID }) });
    await flushPromises();
    expect(doing.conflict.value?.steps.map((one) => one.action)).toEqual(["fail_check"]);
    leave();
  });
});

it("keeps the words in sight where the action is no longer possible, and takes them over into a note", async () => {
  const { doing, leave } = await desk();
  doing.start("close");
  doing.form.value.remark = "写了很久的答复";
  server.meanwhile("fail_check", ["note"]);
  expect(await doing.submit()).toBe(false);
  expect(doing.isGone.value).toBe(true);
  expect([doing.chosen.value?.action, doing.form.value.remark]).toEqual(["close", "写了很久的答复"]);
  expect(await doing.submit()).toBe(false);
  expect(server.sent).toHaveLength(1);
  doing.turnIntoNote();
  await flushPromises();
  expect([doing.chosen.value?.action, doing.form.value.remark]).toEqual(["note", "写了很久的答复"]);
  leave();
});

it("brings back what was typed and not sent, and forgets it once it is sent", async () => {
  const first = await desk();
  first.doing.start("close");
  first.doing.form.value.remark = "写到一半";
  await flushPromises();
  first.leave();
  const second = await desk();
  second.doing.start("close");
  await flushPromises();
  expect(second.doing.form.value.remark).toBe("写到一半");
  expect(second.doing.isRestored.value).toBe(true);
  await second.doing.submit();
  second.leave();
  const third = await desk();
  server.names = ["close"];
  third.doing.start("close");
  await flushPromises();
  expect(third.doing.form.value.remark).toBe("");
  third.leave();
});
