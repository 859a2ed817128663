// The queue of files on their way: one after the other, through bad networks, reloads and double taps.

import { Refusal, type Schema } from "@jingwei/client";
import { shallowRef, triggerRef } from "vue";
import type { AddOptions, PrepareOptions, UploadItem, UploadQueue } from "../contracts";
import { isPicture, preparePhoto } from "../pictures/prepare";
import { Pace } from "./pace";
import { openStore, type Kept, type Store } from "./store";
import { tooLarge } from "./words";
import { wire as http, type Wire } from "./wire";

const KEPT_MS = 7 * 24 * 3_600_000;
const PAUSES_MS = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000, 60_000];
/** Refusals that pass: somebody else is being served, or the server is short of something. */
const PASSING = new Set([429, 503]);
const MOST_PASSING = 8;
const ORIGINAL_LIMIT_BYTES = 20 * 1024 * 1024;

interface Held {
  kept: Kept;
  content: Blob;
  stop?: AbortController;
  /** Ends the waiting for the next try. */
  wake?: () => void;
  failures: number;
}

export interface Means {
  wire: Wire;
  store: Store;
  prepare: typeof preparePhoto;
  now: () => number;
}

export class Uploads implements UploadQueue {
  readonly #held = new Map<string, Held>();
  readonly #heard = new Set<() => void>();
  /** Pages read `of` in a computed: it is read again when something changed. */
  readonly #views = shallowRef(new Map<string, UploadItem>());
  readonly #means: () => Means;
  #opening?: Promise<void>;
  #isSending = false;
  #last = 0;

  constructor(means: Partial<Means> = {}) {
    let made: Means | undefined;
    this.#means = () => (made ??= { wire: http, store: openStore(), prepare: preparePhoto, now: Date.now, ...means });
  }

  /** Find what an earlier visit left, and go on with it. `of` and `add` do it by themselves. */
  open(): Promise<void> {
    return (this.#opening ??= this.#open());
  }

  of(bundle: string): readonly UploadItem[] {
    void this.open();
    return [...this.#views.value.values()].filter((one) => one.bundle === bundle);
  }

  async add(
    bundle: string,
    file: File | Blob,
    { kind, duration_ms, anonymous = false, ...options }: AddOptions = {},
  ): Promise<UploadItem> {
    const name = file instanceof File ? file.name : "";
    const print = [bundle, name, file.size, file instanceof File ? file.lastModified : "", file.type].join("|");
    await this.open();
    const twin = [...this.#held.values()].find((one) => one.kept.print === print && one.kept.item.state !== "failed");
    if (twin && name) return this.#views.value.get(twin.kept.item.id)!;
    const id = crypto.randomUUID();
    const is = kind ?? (isPicture(file) ? "photo" : "file");
    const item: Kept["item"] = {
      id,
      bundle,
      kind: is,
      name,
      size_bytes: file.size,
      sent_bytes: 0,
      state: is === "photo" ? "preparing" : "waiting",
      ...(duration_ms === undefined ? {} : { duration_ms }),
    };
    const kept: Kept = { item, number: (this.#last += 1), print, isAnonymous: anonymous, kept_at: this.#means().now() };
    this.#held.set(id, { kept, content: file, failures: 0 });
    await this.#keep(id, {}, file);
    if (is === "photo") await this.#prepare(id, options);
    void this.#run();
    return this.#views.value.get(id) ?? item;
  }

  pause(id: string): void {
    const held = this.#held.get(id);
    if (!held || ["done", "failed", "paused"].includes(held.kept.item.state)) return;
    void this.#keep(id, { state: "paused" });
    held.stop?.abort();
    held.wake?.();
  }

  resume(id: string): void {
    const held = this.#held.get(id);
    if (!held) return;
    held.failures = 0;
    if (held.kept.item.state === "paused" || held.kept.item.state === "failed") {
      void this.#keep(id, { state: "waiting", refusal: undefined });
    }
    held.wake?.();
    void this.#run();
  }

  retry(id: string): void {
    this.resume(id);
  }

  async remove(id: string): Promise<void> {
    const held = this.#held.get(id);
    if (!held) return;
    this.#held.delete(id);
    held.stop?.abort();
    held.wake?.();
    this.#show(id);
    await this.#means().store.remove(id).catch(() => undefined);
    // What has arrived of it goes too; if nobody hears this, the server forgets it within two days.
    if (held.kept.address && held.kept.item.state !== "done") {
      await this.#means().wire.remove(held.kept.address).catch(() => undefined);
    }
  }

  async forget(bundle: string): Promise<void> {
    await this.open();
    const own = [...this.#held.values()].filter((one) => one.kept.item.bundle === bundle);
    await Promise.all(own.map((one) => this.remove(one.kept.item.id)));
  }

  async settled(bundle: string, signal?: AbortSignal): Promise<readonly UploadItem[]> {
    await this.open();
    return new Promise((resolve, reject) => {
      const look = () => {
        const items = this.of(bundle);
        if (items.some((one) => !["done", "failed", "paused"].includes(one.state))) return;
        end();
        resolve(items);
      };
      const stopped = () => {
        end();
        reject(signal?.reason as Error);
      };
      const end = () => {
        this.#heard.delete(look);
        signal?.removeEventListener("abort", stopped);
      };
      if (signal?.aborted) return stopped();
      signal?.addEventListener("abort", stopped);
      this.#heard.add(look);
      look();
    });
  }

  listen(heard: () => void): () => void {
    this.#heard.add(heard);
    return () => void this.#heard.delete(heard);
  }

  async #open(): Promise<void> {
    const { store, now } = this.#means();
    globalThis.addEventListener?.("online", () => this.#held.forEach((one) => one.wake?.()));
    const found = await store.all().catch(() => []);
    for (const { kept, content } of found.sort((a, b) => a.kept.number - b.kept.number)) {
      const { id, state } = kept.item;
      if (now() - kept.kept_at > KEPT_MS) {
        await store.remove(id).catch(() => undefined);
        continue;
      }
      this.#last = Math.max(this.#last, kept.number);
      this.#held.set(id, { kept, content, failures: 0 });
      this.#show(id);
      if (state === "preparing") await this.#prepare(id, {});
      else if (state === "sending" || state === "checking") await this.#keep(id, { state: "waiting" });
    }
    void this.#run();
  }

  async #prepare(id: string, options: PrepareOptions): Promise<void> {
    const held = this.#held.get(id);
    if (!held) return;
    const photo = await this.#means().prepare(held.content, options);
    held.content = photo.blob;
    const isTooLarge = photo.isOriginal && photo.blob.size > ORIGINAL_LIMIT_BYTES;
    const { state } = held.kept.item;
    await this.#keep(
      id,
      {
        size_bytes: photo.blob.size,
        state: isTooLarge ? "failed" : state === "preparing" ? "waiting" : state,
        ...(isTooLarge ? { refusal: tooLarge(photo.blob.size, ORIGINAL_LIMIT_BYTES) } : {}),
        ...(photo.takenAt ? { takenAt: photo.takenAt } : {}),
        ...(photo.position ? { position: photo.position } : {}),
      },
      photo.blob,
    );
  }

  /** One after the other: two at once would both be slow, and neither be there. */
  async #run(): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    try {
      for (let next = this.#next(); next; next = this.#next()) await this.#send(next);
    } finally {
      this.#isSending = false;
    }
  }

  #next(): Held | undefined {
    return [...this.#held.values()].find((one) => one.kept.item.state === "waiting");
  }

  /** Until it is done, refused, paused or removed. */
  async #send(held: Held): Promise<void> {
    const { id } = held.kept.item;
    while (this.#held.get(id) === held && held.kept.item.state !== "paused") {
      const stop = (held.stop = new AbortController());
      try {
        const file = await this.#transfer(held, stop.signal);
        await this.#keep(id, { state: "done", file, sent_bytes: held.content.size, refusal: undefined });
        return;
      } catch (fault) {
        if (stop.signal.aborted) {
          if (held.kept.item.state !== "waiting") await this.#keep(id, { state: "paused" });
          return;
        }
        if (!(await this.#mayTryAgain(held, fault))) return;
      }
    }
  }

  async #transfer(held: Held, signal: AbortSignal): Promise<Schema<"FileOut">> {
    const { wire, now } = this.#means();
    const { content } = held;
    const { id, name } = held.kept.item;
    await this.#keep(id, { state: "sending" });
    let { address } = held.kept;
    let offset = 0;
    if (address) {
      offset = await wire.offset(address, signal);
    } else {
      address = held.kept.address = await wire.create(content, name, held.kept.isAnonymous === true, signal);
      await this.#keep(id, {});
    }
    const pace = new Pace(now);
    while (offset < content.size) {
      const start = offset;
      const piece = content.slice(start, start + pace.pieceBytes);
      pace.begin(start);
      offset = await wire.append(
        address,
        start,
        piece,
        (sent) => {
          pace.sent(start + sent);
          this.#tell(id, { sent_bytes: start + sent, bytes_per_s: pace.bytes_per_s });
        },
        signal,
      );
      pace.end(offset);
      held.failures = 0;
      this.#tell(id, { sent_bytes: offset, bytes_per_s: pace.bytes_per_s });
    }
    await this.#keep(id, { state: "checking", sent_bytes: content.size });
    return wire.finish(address, signal);
  }

  /** Whether there is another try, after a pause. */
  async #mayTryAgain(held: Held, fault: unknown): Promise<boolean> {
    const { id } = held.kept.item;
    held.failures += 1;
    const refusal = fault instanceof Refusal ? fault : undefined;
    if (refusal?.code === "files.upload_unknown" && held.failures <= 3) {
      delete held.kept.address; // too old, or another person's by now: from the beginning
      return true;
    }
    if (refusal && (refusal.code === "files.upload_offset" || refusal.status === 460) && held.failures <= 3) return true;
    const isPassing = !refusal || refusal.status >= 500 || PASSING.has(refusal.status);
    const isGivenUp = refusal && PASSING.has(refusal.status) && held.failures > MOST_PASSING;
    if (!isPassing || isGivenUp) {
      await this.#keep(id, { state: "failed", ...(refusal ? { refusal: refusal.body } : {}) });
      return false;
    }
    const said = Number((refusal?.body.data as { seconds?: unknown } | undefined)?.seconds) * 1_000;
    await this.#pauseFor(held, said || PAUSES_MS[Math.min(held.failures, PAUSES_MS.length) - 1]!);
    return true;
  }

  async #pauseFor(held: Held, ms: number): Promise<void> {
    const { id } = held.kept.item;
    if (held.kept.item.state !== "paused") await this.#keep(id, { state: "waiting" });
    this.#tell(id, { again_at: this.#means().now() + ms });
    await new Promise<void>((go) => {
      const timer = setTimeout(go, ms);
      held.wake = () => {
        clearTimeout(timer);
        go();
      };
    });
    delete held.wake;
    this.#tell(id, {});
  }

  async #keep(id: string, change: Partial<Kept["item"]>, content?: Blob): Promise<void> {
    const held = this.#held.get(id);
    if (!held) return;
    held.kept = { ...held.kept, item: { ...held.kept.item, ...change } };
    this.#show(id);
    // A phone whose memory is full still sends what it has in hand.
    await this.#means().store.put(held.kept, content).catch(() => undefined);
  }

  /** What passes by is shown and not kept. */
  #tell(id: string, passing: Pick<Partial<UploadItem>, "sent_bytes" | "bytes_per_s" | "again_at">): void {
    const held = this.#held.get(id);
    if (!held) return;
    if (passing.sent_bytes !== undefined) held.kept.item = { ...held.kept.item, sent_bytes: passing.sent_bytes };
    this.#show(id, passing);
  }

  #show(id: string, passing: Partial<UploadItem> = {}): void {
    const held = this.#held.get(id);
    if (held) this.#views.value.set(id, { ...held.kept.item, content: held.content, ...passing });
    else this.#views.value.delete(id);
    triggerRef(this.#views);
    for (const heard of [...this.#heard]) heard();
  }
}

/** The one queue of the application. */
export const uploads: UploadQueue = /* @__PURE__ */ new Uploads();
