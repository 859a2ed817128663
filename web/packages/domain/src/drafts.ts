// What was typed and not sent, kept in this browser for one person: through an ended session, a reload, a crash.
// Bounded in size and age; wiped when the person signs out; never shown to anybody else.

const PREFIX = "jingwei.draft.";
export const KEEP_DAYS = 7;
export const MOST_DRAFTS = 60;
/** Letters of one draft, and of all drafts of a person together. */
export const LONGEST_DRAFT = 60_000;
export const LONGEST_TOGETHER = 600_000;
const HOUR_MS = 3_600_000;

interface Kept {
  at: number;
  /** When it is forgotten, where that is sooner than usual. */
  until?: number;
  value: unknown;
}

export type DraftListener = (value: unknown) => void;

export class DraftStore {
  #person = "";
  #listeners = new Map<string, Set<DraftListener>>();
  readonly #storage: () => Storage;
  readonly #now: () => number;

  constructor(storage: () => Storage = () => window.localStorage, now: () => number = Date.now) {
    this.#storage = storage;
    this.#now = now;
  }

  /** Whose drafts these are from now on. The drafts of others stay where they are, out of reach. */
  open(person: string): void {
    this.#person = person;
    this.#quietly(() => this.#tidy());
  }

  close(): void {
    this.#person = "";
  }

  get isOpen(): boolean {
    return this.#person !== "";
  }

  /** Whose drafts these are; "" where nobody's. */
  get person(): string {
    return this.#person;
  }

  /** What was kept under a key, or undefined. */
  read(key: string): unknown {
    return this.#quietly(() => {
      const kept = this.#at(this.#place(key));
      return kept && !this.#isOver(kept) ? kept.value : undefined;
    });
  }

  /**
   * Keep a value, for a week or for so many hours: what a caller said of themselves is not left on a desk for days.
   * False where it could not be kept: it would be lost with the page, and the page must say so.
   */
  write(key: string, value: unknown, hours?: number): boolean {
    if (!this.#person) return false;
    const at = this.#now();
    const text = JSON.stringify({ at, ...(hours ? { until: at + hours * HOUR_MS } : {}), value } satisfies Kept);
    if (text.length > LONGEST_DRAFT) return false;
    return this.#quietly(() => this.#store(this.#place(key), text)) ?? false;
  }

  drop(key: string): void {
    this.#quietly(() => this.#storage().removeItem(this.#place(key)));
  }

  /** How many drafts this person has. */
  count(): number {
    return this.#quietly(() => this.#own().length) ?? 0;
  }

  /** Forget all drafts of the person who is signing out. */
  wipe(): void {
    this.#quietly(() => this.#own().forEach(({ place }) => this.#storage().removeItem(place)));
  }

  /** Take over what another began and this person has none of their own of: a visitor who signs in. */
  adopt(other: string): void {
    this.#quietly(() => {
      const from = `${PREFIX}${other}.`;
      if (!this.#person || other === this.#person) return;
      for (const { place } of this.#all(from)) {
        const mine = this.#place(place.slice(from.length));
        const text = this.#storage().getItem(place);
        if (text !== null && this.#storage().getItem(mine) === null) this.#storage().setItem(mine, text);
        this.#storage().removeItem(place);
      }
    });
  }

  /** Hear what another window of the same person keeps under a key; undefined where it was sent or thrown away. */
  onChange(key: string, listener: DraftListener): () => void {
    const heard = this.#listeners.get(key) ?? new Set();
    heard.add(listener);
    this.#listeners.set(key, heard);
    return () => {
      heard.delete(listener);
    };
  }

  /** Wire it to the window: other windows' changes arrive as storage events. */
  listen(window: Window): void {
    window.addEventListener("storage", (event) => {
      const own = `${PREFIX}${this.#person}.`;
      if (!this.#person || !event.key?.startsWith(own)) return;
      const kept = event.newValue === null ? undefined : parsed(event.newValue);
      for (const listener of this.#listeners.get(event.key.slice(own.length)) ?? []) listener(kept?.value);
    });
  }

  #place(key: string): string {
    return `${PREFIX}${this.#person}.${key}`;
  }

  #at(place: string): Kept | undefined {
    const text = this.#person ? this.#storage().getItem(place) : null;
    return text === null ? undefined : parsed(text);
  }

  #store(place: string, text: string): boolean {
    const others = this.#own().filter((one) => one.place !== place);
    let together = others.reduce((sum, one) => sum + one.length, text.length);
    let count = others.length + 1;
    for (const oldest of others) {
      if (together <= LONGEST_TOGETHER && count <= MOST_DRAFTS) break;
      this.#storage().removeItem(oldest.place);
      together -= oldest.length;
      count -= 1;
    }
    this.#storage().setItem(place, text);
    return true;
  }

  /** The person's drafts, oldest first. */
  #own(): { place: string; at: number; length: number }[] {
    return this.#all(`${PREFIX}${this.#person}.`).sort((a, b) => a.at - b.at);
  }

  #all(prefix: string): { place: string; at: number; length: number }[] {
    const storage = this.#storage();
    const found = [];
    for (let index = 0; index < storage.length; index += 1) {
      const place = storage.key(index);
      if (!place?.startsWith(prefix)) continue;
      const text = storage.getItem(place) ?? "";
      found.push({ place, at: parsed(text)?.at ?? 0, length: text.length });
    }
    return found;
  }

  /** Forget what is too old, whoever typed it. */
  #tidy(): void {
    for (const { place } of this.#all(PREFIX)) {
      const kept = parsed(this.#storage().getItem(place) ?? "");
      if (!kept || this.#isOver(kept)) this.#storage().removeItem(place);
    }
  }

  #isOver(kept: Kept): boolean {
    return this.#now() > (kept.until ?? kept.at + KEEP_DAYS * 24 * HOUR_MS);
  }

  /** Storage that is closed, full or broken is an empty one. */
  #quietly<T>(work: () => T): T | undefined {
    try {
      return work();
    } catch {
      return undefined;
    }
  }
}

function parsed(text: string): Kept | undefined {
  try {
    const kept = JSON.parse(text) as Kept;
    return typeof kept === "object" && kept !== null && typeof kept.at === "number" ? kept : undefined;
  } catch {
    return undefined;
  }
}

export const drafts = new DraftStore();
