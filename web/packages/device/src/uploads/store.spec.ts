// @vitest-environment node
// (jsdom's blobs cannot be read.)

import { IDBFactory } from "fake-indexeddb";
import { describe, expect, it } from "vitest";
import { openStore, type Kept } from "./store";

const kept = (id: string, number: number): Kept => ({
  item: { id, bundle: "report", kind: "photo", name: "a.jpg", size_bytes: 3, sent_bytes: 0, state: "waiting" },
  number,
  print: id,
  kept_at: 0,
});

describe("what is kept on the phone", () => {
  it.each([["its database", () => new IDBFactory()], ["the page's memory", () => undefined]])("comes back from %s", async (_, factory) => {
    const store = openStore(factory());
    await store.put(kept("a", 1), new Blob(["one"], { type: "image/jpeg" }));
    await store.put(kept("b", 2), new Blob(["two"]));
    await store.put({ ...kept("a", 1), address: "/uploads/1" });
    await store.remove("b");
    const [only, ...others] = await store.all();
    expect(others).toEqual([]);
    expect(only!.kept).toMatchObject({ address: "/uploads/1", item: { id: "a" } });
    expect([await only!.content.text(), only!.content.type]).toEqual(["one", "image/jpeg"]);
  });
});
