// What is on its way, kept on the phone: it outlives a reload, a call, an empty battery.

import type { UploadItem } from "../contracts";

/** An item as it is kept; its content stands beside it, so that a change of state does not write it again. */
export interface Kept {
  item: Omit<UploadItem, "content" | "bytes_per_s" | "again_at">;
  /** In the order added. */
  number: number;
  /** Recognises the same file tapped twice. */
  print: string;
  address?: string;
  isAnonymous?: boolean;
  kept_at: number;
}

export interface Store {
  all: () => Promise<{ kept: Kept; content: Blob }[]>;
  put: (kept: Kept, content?: Blob) => Promise<void>;
  remove: (id: string) => Promise<void>;
}

const NAME = "jingwei-uploads";

/** The browser's database; where there is none (private windows), the page's memory, and nothing else changes. */
export function openStore(factory: IDBFactory | undefined = globalThis.indexedDB): Store {
  const memory = memoryStore();
  if (!factory) return memory;
  let opened: Promise<IDBDatabase> | undefined;
  const open = () => (opened ??= opening(factory));
  const either = async <T>(act: (store: Store) => Promise<T>, database: (db: IDBDatabase) => Store): Promise<T> => {
    let db: IDBDatabase;
    try {
      db = await open();
    } catch {
      return act(memory);
    }
    return act(database(db));
  };
  return {
    all: () => either((store) => store.all(), databaseStore),
    put: (kept, content) => either((store) => store.put(kept, content), databaseStore),
    remove: (id) => either((store) => store.remove(id), databaseStore),
  };
}

function opening(factory: IDBFactory): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(NAME, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("items", { keyPath: "item.id" });
      request.result.createObjectStore("contents");
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new DOMException("blocked", "InvalidStateError"));
  });
}

interface Content {
  bytes: ArrayBuffer;
  type: string;
}

/** Bytes and not blobs: some phones lose blobs that were stored. */
function databaseStore(db: IDBDatabase): Store {
  return {
    async all() {
      const read = db.transaction(["items", "contents"]);
      const items = answered<Kept[]>(read.objectStore("items").getAll());
      const keys = answered<IDBValidKey[]>(read.objectStore("contents").getAllKeys());
      const contents = answered<Content[]>(read.objectStore("contents").getAll());
      const byKey = new Map((await keys).map((key, index) => [key, index]));
      const all = await contents;
      return (await items).flatMap((kept) => {
        const content = all[byKey.get(kept.item.id) ?? -1];
        return content ? [{ kept, content: new Blob([content.bytes], { type: content.type }) }] : [];
      });
    },
    async put(kept, content) {
      const bytes = await content?.arrayBuffer();
      const write = db.transaction(["items", "contents"], "readwrite");
      write.objectStore("items").put(kept);
      if (content && bytes) write.objectStore("contents").put({ bytes, type: content.type } satisfies Content, kept.item.id);
      await done(write);
    },
    async remove(id) {
      const write = db.transaction(["items", "contents"], "readwrite");
      write.objectStore("items").delete(id);
      write.objectStore("contents").delete(id);
      await done(write);
    },
  };
}

function memoryStore(): Store {
  const all = new Map<string, { kept: Kept; content: Blob }>();
  return {
    all: async () => [...all.values()],
    put: async (kept, content) => {
      all.set(kept.item.id, { kept, content: content ?? all.get(kept.item.id)?.content ?? new Blob() });
    },
    remove: async (id) => void all.delete(id),
  };
}

function answered<T>(request: IDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as T);
    request.onerror = () => reject(request.error);
  });
}

function done(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
  });
}
