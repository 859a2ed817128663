// News has pages read anew: soon what is open before somebody's eyes, less often what is long, together what comes together.

import type { OperationId } from "@jingwei/client";
import type { LiveKind, LiveNews } from "@jingwei/domain";
import type { Query, QueryClient } from "@tanstack/vue-query";

interface Pace {
  /** How long news is collected before anything is read. */
  delay: number;
  /** The least time between two readings. */
  every: number;
}

const OPEN: Pace = { delay: 150, every: 500 };
const COUNTS: Pace = { delay: 300, every: 1_000 };
const LISTS: Pace = { delay: 400, every: 3_000 };

/** What each kind of news makes stale, beside everything that was read of its very subject. */
export const STALE: Record<LiveKind, { counts: readonly OperationId[]; lists: readonly OperationId[] }> = {
  incident: { counts: ["getInbox"], lists: ["listIncidents", "listOpenWork", "getToday"] },
  inbox: { counts: ["getInbox"], lists: ["listIncidents", "getToday"] },
  presence: { counts: [], lists: [] },
  notice: { counts: ["countUnread"], lists: ["listNotices", "listAnnouncements"] },
  export: { counts: [], lists: ["listExports", "listExportsToDecide", "listImports"] },
  call: { counts: ["getPresentCall", "getSeat"], lists: ["listCalls", "listCallBacks"] },
};

type Timer = ReturnType<typeof setTimeout>;

export class Refresher {
  #due = new Map<string, Timer>();
  #last = new Map<string, number>();

  constructor(
    readonly client: QueryClient,
    readonly now: () => number = Date.now,
  ) {}

  /** Have read anew what this news makes stale. */
  note(news: LiveNews): void {
    const { id, version } = news;
    if (id && news.kind !== "presence") {
      this.#soon(`of ${id}`, OPEN, () => this.client.invalidateQueries({ predicate: (query) => isOf(query, id, version) }));
    }
    for (const operation of STALE[news.kind].counts) this.#operation(operation, COUNTS);
    for (const operation of STALE[news.kind].lists) this.#operation(operation, LISTS);
  }

  /** Something may have been missed: have everything read anew that was read before now. */
  everything(): void {
    const since = this.now();
    this.#soon("everything", COUNTS, () =>
      this.client.invalidateQueries({ predicate: (query) => query.state.dataUpdatedAt > 0 && query.state.dataUpdatedAt <= since }),
    );
  }

  stop(): void {
    for (const timer of this.#due.values()) clearTimeout(timer);
    this.#due.clear();
  }

  #operation(operation: OperationId, pace: Pace): void {
    this.#soon(operation, pace, () => this.client.invalidateQueries({ queryKey: [operation] }));
  }

  #soon(what: string, { delay, every }: Pace, read: () => unknown): void {
    if (this.#due.has(what)) return;
    const wait = Math.max(delay, (this.#last.get(what) ?? -Infinity) + every - this.now());
    this.#due.set(
      what,
      setTimeout(() => {
        this.#due.delete(what);
        this.#last.set(what, this.now());
        void read();
      }, wait),
    );
  }
}

/** Whether a query read something of this subject; not where its answer is as new as the news (one's own step). */
function isOf(query: Query, id: string, version: number | undefined): boolean {
  const given = query.queryKey[1];
  if (typeof given !== "object" || given === null || !Object.values(given).includes(id)) return false;
  const answer = query.state.data as { id?: unknown; version?: unknown } | undefined;
  const isNew = version !== undefined && answer?.id === id && typeof answer.version === "number" && answer.version >= version;
  return !isNew;
}
