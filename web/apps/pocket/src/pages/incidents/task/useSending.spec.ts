import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { uploads } from "@jingwei/device";
import { useSending } from "./useSending.js";

const file = (name: string) => new File([name], name, { type: "application/pdf" });
// A server that never answers: what is added stays on its way.
beforeEach(() => vi.stubGlobal("fetch", () => new Promise(() => undefined)));
afterEach(async () => {
  vi.stubGlobal("fetch", () => Promise.resolve(new Response(null, { status: 204 })));
  for (const kind of ["photo_before", "photo_after", "document", "call_record"]) await uploads.forget(`m.${kind}`);
  vi.unstubAllGlobals();
});

describe("the files of an action", () => {
  it("are kept by kind, and count as there while they are on their way", async () => {
    const files = useSending("m");
    await files.add("document", [file("a.pdf")]);
    expect(files.of("document")).toHaveLength(1);
    expect(files.of("call_record")).toHaveLength(0);
    expect(files.count()).toBe(1);
    const asked = (kind: string) => ({ evidence: [{ kind, label: "", label_en: "", is_shown: false }] }) as never;
    expect(files.willBeThere(asked("document"))).toBe(true);
    expect(files.willBeThere(asked("photo_after"))).toBe(false);
  });

  it("are waited for until somebody stops, and stay", async () => {
    const files = useSending("m");
    await files.add("document", [file("b.pdf")]);
    const waiting = files.settled();
    expect(files.isWaiting.value).toBe(true);
    files.stop();
    expect(await waiting).toBeUndefined();
    expect(files.isWaiting.value).toBe(false);
    expect(files.of("document")).toHaveLength(1);
  });

  it("hold the step back, and say so, where one did not get through", async () => {
    const files = useSending("m");
    await files.add("document", [file("c.pdf")]);
    const [item] = files.of("document");
    uploads.pause(item!.id);
    expect(await files.settled()).toBeUndefined();
    expect(files.isStuck.value).toBe(true);
    await uploads.remove(item!.id);
    expect(await files.settled()).toEqual([]);
    expect(files.isStuck.value).toBe(false);
  });
});
