// The files of one action on their way: each kind of proof has its bundle in the phone's queue, and outlives the page.

import { isPosition, locate, uploads, type NoPosition, type Position, type UploadItem } from "@jingwei/device";
import type { Offer, Proof } from "@jingwei/face";
import { computed, ref, shallowRef, toValue, type ComputedRef, type MaybeRefOrGetter, type Ref } from "vue";

export const KINDS = ["photo_before", "photo_after", "document", "call_record"] as const;
export type Kind = (typeof KINDS)[number];

export interface Sending {
  of: (kind: string) => readonly UploadItem[];
  bundle: (kind: string) => string;
  /** Where the pictures are taken: undefined while it is asked. */
  place: Ref<Position | NoPosition | undefined>;
  locate: () => Promise<void>;
  /** The same, where it can be relied on: it is written into pictures that say nothing themselves. */
  position: ComputedRef<Position | undefined>;
  add: (kind: string, files: readonly (File | Blob)[]) => Promise<void>;
  count: () => number;
  /** Whether every kind that is still asked for has a file, sent or on its way. */
  willBeThere: (offer: Offer) => boolean;
  isWaiting: Ref<boolean>;
  /** The last wait ended with a file that did not get through: it is tried again, or removed, before anything is sent. */
  isStuck: Ref<boolean>;
  /** Waits until all are through; undefined where somebody stopped, or a file was refused. */
  settled: () => Promise<Proof[] | undefined>;
  /** They have been handed in. */
  forget: () => Promise<void>;
  stop: () => void;
}

export function useSending(prefix: MaybeRefOrGetter<string>): Sending {
  const place = shallowRef<Position | NoPosition>();
  const isWaiting = ref(false);
  const isStuck = ref(false);
  let stopping: AbortController | undefined;

  const bundle = (kind: string) => `${toValue(prefix)}.${kind}`;
  const of = (kind: string): readonly UploadItem[] => uploads.of(bundle(kind));
  const position = computed(() => (place.value && isPosition(place.value) ? place.value : undefined));

  async function find(): Promise<void> {
    place.value = undefined;
    place.value = await locate();
  }

  async function add(kind: string, files: readonly (File | Blob)[]): Promise<void> {
    for (const file of files) {
      const is = file.type.startsWith("image/") ? "photo" : file.type.startsWith("audio/") ? "voice" : "file";
      await uploads.add(bundle(kind), file, { kind: is });
    }
  }

  const count = () => KINDS.reduce((sum, kind) => sum + of(kind).length, 0);
  const willBeThere = (offer: Offer) => (offer.evidence ?? []).every((one) => of(one.kind).some((item) => item.state !== "failed"));

  async function settled(): Promise<Proof[] | undefined> {
    stopping = new AbortController();
    isWaiting.value = true;
    isStuck.value = false;
    try {
      const all = await Promise.all(
        KINDS.map(async (kind) => (await uploads.settled(bundle(kind), stopping?.signal)).map((item) => ({ item, kind }))),
      );
      const found = all.flat();
      if (stopping.signal.aborted) return undefined;
      isStuck.value = found.some(({ item }) => !item.file);
      if (isStuck.value) return undefined;
      return found.flatMap(({ item, kind }) => (item.file ? [{ file_id: item.file.id, kind }] : []));
    } catch {
      return undefined; // Somebody stopped: everything is still there.
    } finally {
      isWaiting.value = false;
    }
  }

  async function forget(): Promise<void> {
    await Promise.all(KINDS.map((kind) => uploads.forget(bundle(kind))));
  }

  return { of, bundle, place, locate: find, position, add, count, willBeThere, isWaiting, isStuck, settled, forget, stop: () => stopping?.abort() };
}
