// @vitest-environment node
// (jsdom's blobs cannot be read.)

import { Refusal, Unanswered, type Schema } from "@jingwei/client";
import { IDBFactory } from "fake-indexeddb";
// @ts-expect-error -- Node.js 18 has no File among its globals, and its types are not installed.
import { File } from "node:buffer";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Uploads } from "./queue";
import { openStore, type Store } from "./store";
import type { Wire } from "./wire";

const FILE = { id: "0192-file" } as Schema<"FileOut">;
const refusal = (status: number, code: string, data = {}) =>
  new Refusal(status, { code, message: "不行", message_en: "No", data, next: "retry" });

vi.stubGlobal("File", File); // Node.js 18 keeps it in a module
const page = new EventTarget();
vi.stubGlobal("addEventListener", page.addEventListener.bind(page));

/** The server's side of the wire, with a list of what goes wrong next. */
class Server implements Wire {
  arrived = new Map<string, number>();
  sent: [number, number][] = [];
  removed: string[] = [];
  faults: (Error | undefined)[] = [];
  finishFaults: Error[] = [];
  hold?: Promise<void>;
  #count = 0;

  create = async (): Promise<string> => {
    const address = `/uploads/${(this.#count += 1)}`;
    this.arrived.set(address, 0);
    return address;
  };
  offset = async (address: string): Promise<number> => {
    const there = this.arrived.get(address);
    if (there === undefined) throw refusal(404, "files.upload_unknown");
    return there;
  };
  append: Wire["append"] = async (address, offset, piece, heard, signal) => {
    this.sent.push([offset, piece.size]);
    await this.hold;
    signal.throwIfAborted();
    const fault = this.faults.shift();
    heard(piece.size / 2);
    if (fault) throw fault;
    this.arrived.set(address, offset + piece.size);
    return offset + piece.size;
  };
  finish: Wire["finish"] = async (address) => {
    const fault = this.finishFaults.shift();
    if (fault) throw fault;
    return { ...FILE, size_bytes: this.arrived.get(address)! };
  };
  remove = async (address: string): Promise<void> => void this.removed.push(address);
}

let server: Server;
let store: Store;
const asIs = async (file: Blob) => ({ blob: file, isOriginal: true });
const queue = (prepare: typeof asIs = asIs) => new Uploads({ wire: server, store, prepare, now: () => Date.now() });
const file = (size = 300 * 1024, name = "a.jpg") =>
  new File([new Uint8Array(size)], name, { type: "image/jpeg", lastModified: 1 }) as unknown as globalThis.File;
/** Lets what is under way go on for so long; IndexedDB answers in tasks of its own. */
const pass = async (ms: number) => {
  for (let step = 0; step < 12; step += 1) await vi.advanceTimersByTimeAsync(ms / 12);
};

beforeEach(() => {
  vi.useFakeTimers();
  server = new Server();
  store = openStore(new IDBFactory());
});
afterEach(() => vi.useRealTimers());

async function settled(of: Uploads, bundle = "report"): Promise<readonly string[]> {
  const waiting = of.settled(bundle);
  await pass(200_000);
  return (await waiting).map((one) => one.state);
}

describe("the queue", () => {
  it("sends a file in pieces and gives the server's answer", async () => {
    const uploads = queue();
    await uploads.add("report", file());
    expect(await settled(uploads)).toEqual(["done"]);
    expect(server.sent[0]).toEqual([0, 128 * 1024]);
    expect(server.sent.reduce((sum, [, size]) => sum + size, 0)).toBe(300 * 1024);
    expect(uploads.of("report")[0]!.file).toEqual({ ...FILE, size_bytes: 300 * 1024 });
  });

  it("goes on where the server stands when the network comes back, and says when it tries", async () => {
    server.faults = [undefined, new Unanswered("PATCH", "gone"), new Unanswered("PATCH", "gone")];
    const uploads = queue();
    await uploads.add("report", file());
    await pass(120);
    const [waiting] = uploads.of("report");
    expect(waiting).toMatchObject({ state: "waiting", sent_bytes: 128 * 1024 + server.sent[1]![1] / 2 });
    expect(waiting!.again_at).toBeGreaterThan(Date.now());
    expect(await settled(uploads)).toEqual(["done"]);
    expect(server.sent.map(([offset]) => offset).slice(0, 3)).toEqual([0, 128 * 1024, 128 * 1024]);
  });

  it("does not wait any longer once somebody says so, or the phone is online again", async () => {
    server.faults = [new Unanswered("PATCH", "gone"), new Unanswered("PATCH", "gone")];
    const uploads = queue();
    const { id } = await uploads.add("report", file(1_000));
    await pass(120);
    uploads.retry(id);
    await pass(120);
    expect(uploads.of("report")[0]!.state).toBe("waiting");
    page.dispatchEvent(new Event("online"));
    await pass(120);
    expect(uploads.of("report")[0]!.state).toBe("done");
  });

  it("survives a reload in the middle, with its content", async () => {
    server.faults = [undefined, ...Array<Error>(9).fill(new Unanswered("PATCH", "gone"))];
    const first = queue();
    await first.add("report", file());
    await pass(120);
    expect(first.of("report")[0]!.state).toBe("waiting");
    server.faults = [];
    server.sent = [];
    const second = queue();
    await second.open();
    expect(second.of("report")[0]).toMatchObject({ name: "a.jpg", size_bytes: 300 * 1024 });
    expect(await settled(second)).toEqual(["done"]);
    expect(server.sent[0]![0]).toBe(128 * 1024);
  });

  it("takes a double tap for one file, and another photo for another", async () => {
    const uploads = queue();
    const [one, two] = await Promise.all([uploads.add("report", file()), uploads.add("report", file())]);
    const three = await uploads.add("report", file(200));
    const elsewhere = await uploads.add("other", file());
    expect(two.id).toBe(one.id);
    expect(new Set([one.id, three.id, elsewhere.id]).size).toBe(3);
    expect(uploads.of("report")).toHaveLength(2);
  });

  it("keeps the server's words where a file is not taken, and sends it again when asked", async () => {
    server.finishFaults = [refusal(422, "files.not_an_image")];
    const uploads = queue();
    const { id } = await uploads.add("report", file());
    expect(await settled(uploads)).toEqual(["failed"]);
    expect(uploads.of("report")[0]!.refusal).toMatchObject({ code: "files.not_an_image", message: "不行" });
    uploads.retry(id);
    expect(await settled(uploads)).toEqual(["done"]);
    expect(uploads.of("report")[0]!.refusal).toBeUndefined();
  });

  it("waits as long as a busy server asks, and gives up after a while", async () => {
    server.finishFaults = [refusal(429, "files.masking_busy", { seconds: 60 })];
    const uploads = queue();
    await uploads.add("report", file(1_000));
    await pass(30_000);
    expect(uploads.of("report")[0]!.state).toBe("waiting");
    expect(await settled(uploads)).toEqual(["done"]);
    server.finishFaults = Array<Error>(20).fill(refusal(503, "files.masking_unavailable"));
    await uploads.add("other", file(1_000));
    for (let minute = 0; minute < 9; minute += 1) await pass(60_000);
    expect(uploads.of("other")[0]!.state).toBe("failed");
  });

  it("follows the server's count, and begins anew where the server knows nothing any more", async () => {
    server.faults = [undefined, refusal(409, "files.upload_offset")];
    const uploads = queue();
    await uploads.add("report", file());
    expect(await settled(uploads)).toEqual(["done"]);
    server.faults = [new Unanswered("PATCH", "gone")];
    await uploads.add("other", file());
    await pass(120);
    server.arrived.clear();
    expect(await settled(uploads, "other")).toEqual(["done"]);
  });

  it("pauses, stays paused through a reload, and goes on", async () => {
    let go = () => {};
    server.hold = new Promise((resolve) => (go = resolve));
    const uploads = queue();
    const { id } = await uploads.add("report", file());
    await pass(120);
    uploads.pause(id);
    go();
    expect(await settled(uploads)).toEqual(["paused"]);
    const again = queue();
    expect(await settled(again)).toEqual(["paused"]);
    again.resume(id);
    expect(await settled(again)).toEqual(["done"]);
  });

  it("forgets what was handed in, and has the server forget what was not", async () => {
    server.faults = [new Unanswered("PATCH", "gone")];
    const uploads = queue();
    const { id } = await uploads.add("report", file());
    await pass(120);
    await uploads.remove(id);
    expect(server.removed).toEqual(["/uploads/1"]);
    await uploads.add("report", file(500));
    await settled(uploads);
    await uploads.forget("report");
    expect(server.removed).toHaveLength(1);
    expect(await store.all()).toEqual([]);
    expect(uploads.of("report")).toEqual([]);
  });

  it("sends the small copy, and keeps what the picture said", async () => {
    const small = new Blob([new Uint8Array(50_000)], { type: "image/jpeg" });
    const uploads = queue(async () => ({ blob: small, isOriginal: false, takenAt: "2026-11-16T09:30:00+08:00" }));
    await uploads.add("report", file());
    expect(await settled(uploads)).toEqual(["done"]);
    expect(uploads.of("report")[0]).toMatchObject({ size_bytes: 50_000, takenAt: "2026-11-16T09:30:00+08:00" });
  });

  it("says at once that a picture is too large where the phone cannot make it smaller", async () => {
    const uploads = queue();
    await uploads.add("report", file(21 * 1024 * 1024, "IMG_1.HEIC"));
    expect(await settled(uploads)).toEqual(["failed"]);
    expect(uploads.of("report")[0]!.refusal?.code).toBe("files.too_large");
    expect(server.sent).toEqual([]);
  });

  it("works without the browser's database", async () => {
    store = openStore(undefined);
    const uploads = queue();
    await uploads.add("report", file());
    expect(await settled(uploads)).toEqual(["done"]);
  });

  it("lets go of whoever does not want to wait", async () => {
    server.hold = new Promise(() => {});
    const uploads = queue();
    await uploads.add("report", file());
    const stop = new AbortController();
    const waiting = uploads.settled("report", stop.signal);
    const told = expect(waiting).rejects.toThrow();
    await pass(120);
    stop.abort();
    await told;
  });
});
