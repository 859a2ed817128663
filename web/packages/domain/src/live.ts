// The live connection: server-sent events that say what changed, kept up through everything a working day brings.
// Whoever hears reads anew; what the events may mean stands in docs/guides/integrator.md.

export type LiveKind = "incident" | "inbox" | "presence" | "notice" | "export" | "call";

export interface LiveNews {
  kind: LiveKind;
  id?: string;
  version?: number;
}

/**
 * `live`: news comes. `connecting`: not yet. `reconnecting`: it broke, and is tried again. `offline`: the computer has
 * no network. `paused`: the server itself hears nothing at present. `signed_out`: the session has ended. `crowded`: too
 * many windows of one person, this one gave way. `resting`: nobody looks at the page. `stopped`: nobody asked for it.
 */
export type LiveState =
  | "stopped"
  | "connecting"
  | "live"
  | "reconnecting"
  | "offline"
  | "paused"
  | "signed_out"
  | "crowded"
  | "resting";

/** What of EventSource is used. */
export interface Source {
  close(): void;
  addEventListener(name: string, listener: (event: MessageEvent<string>) => void): void;
  onerror: ((event: Event) => unknown) | null;
}

export interface LiveOptions {
  /** Where the stream stands; asked for anew at each connection. */
  url: () => Promise<string>;
  onNews: (news: LiveNews) => void;
  /** Something may have been missed since a moment (0: since ever): read everything anew that was read before now. */
  onResync: () => void;
  onState?: (state: LiveState) => void;
  /** The session works in another post now. */
  onMoved?: () => void;
  open?: (url: string) => Source;
  /** 0 to 1; spreads those who come back after a restart. */
  random?: () => number;
}

export const KINDS: readonly LiveKind[] = ["incident", "inbox", "presence", "notice", "export", "call"];
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
/** The server gives a sign every 15 s: three missed ones are a dead line. */
export const SILENT_MS = 45_000;
/** Without the stream everything is read anew this often. */
export const POLL_MS = 60_000;
/** A page nobody looks at gives its place back after this. */
export const REST_AFTER_MS = 5 * 60_000;

type Timer = ReturnType<typeof setTimeout>;

export class LiveConnection {
  readonly #options: Required<Pick<LiveOptions, "open" | "random">> & LiveOptions;
  #state: LiveState = "stopped";
  #source: Source | undefined;
  #run = 0;
  #lastId = "";
  #tries = 0;
  #retry: Timer | undefined;
  #silence: Timer | undefined;
  #rest: Timer | undefined;
  #poll: ReturnType<typeof setInterval> | undefined;

  constructor(options: LiveOptions) {
    this.#options = {
      open: (url) => new EventSource(url, { withCredentials: true }),
      random: Math.random,
      ...options,
    };
  }

  get state(): LiveState {
    return this.#state;
  }

  /** Begin, or begin again (after signing in, or in another post); what was missed before is none of the new one's. */
  start(): void {
    this.stop();
    this.#lastId = "";
    window.addEventListener("online", this.#comeBack);
    window.addEventListener("offline", this.#goOffline);
    document.addEventListener("visibilitychange", this.#look);
    this.#poll = setInterval(() => {
      const isNeeded = this.#state !== "live" && this.#state !== "signed_out" && !document.hidden && navigator.onLine;
      if (isNeeded) this.#options.onResync();
    }, POLL_MS);
    this.#set("connecting");
    this.#connect();
  }

  stop(): void {
    this.#hangUp();
    clearInterval(this.#poll);
    clearTimeout(this.#rest);
    window.removeEventListener("online", this.#comeBack);
    window.removeEventListener("offline", this.#goOffline);
    document.removeEventListener("visibilitychange", this.#look);
    this.#tries = 0;
    this.#set("stopped");
  }

  #connect(): void {
    if (!navigator.onLine) return this.#goOffline();
    const run = this.#hangUp();
    this.#options.url().then(
      (url) => {
        if (run === this.#run) this.#open(url, run);
      },
      () => {
        if (run === this.#run) this.#lose();
      },
    );
    this.#expectSign();
  }

  #open(url: string, run: number): void {
    const address = new URL(url, window.location.href);
    if (this.#lastId) address.searchParams.set("last", this.#lastId);
    const source = this.#options.open(address.href);
    this.#source = source;
    // A closed source may still have an event on its way.
    const on = (name: string, hear: (event: MessageEvent<string>) => void) =>
      source.addEventListener(name, (event) => {
        if (run !== this.#run) return;
        this.#expectSign();
        if (event.lastEventId) this.#lastId = event.lastEventId;
        hear(event);
      });
    on("ready", (event) => this.#ready(JSON.parse(event.data) as { is_resumed: boolean }));
    on("resync", () => {
      if (this.#state === "paused") this.#set("live");
      this.#options.onResync();
    });
    on("paused", () => this.#set("paused"));
    on("beat", () => undefined);
    on("signed_out", () => this.#end("signed_out"));
    on("crowded", () => this.#end("crowded"));
    on("moved", () => {
      this.start();
      this.#options.onMoved?.();
    });
    on("closing", () => this.#lose());
    for (const kind of KINDS) on(kind, (event) => this.#options.onNews(JSON.parse(event.data) as LiveNews));
    source.onerror = () => {
      if (run === this.#run) this.#lose();
    };
  }

  #ready({ is_resumed }: { is_resumed: boolean }): void {
    this.#tries = 0;
    this.#set("live");
    // Where a mark was unknown the server says `resync` itself; without a mark nobody can tell what was missed.
    if (!is_resumed) this.#options.onResync();
  }

  #end(state: LiveState): void {
    this.#hangUp();
    this.#set(state);
  }

  #lose(): void {
    this.#hangUp();
    if (!navigator.onLine) return this.#set("offline");
    this.#set("reconnecting");
    const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** this.#tries);
    this.#tries += 1;
    this.#retry = setTimeout(() => this.#connect(), pause * (0.5 + this.#options.random()));
  }

  /** Ends the present connection; returns the number under which the next one stands. */
  #hangUp(): number {
    this.#source?.close();
    this.#source = undefined;
    clearTimeout(this.#retry);
    clearTimeout(this.#silence);
    return (this.#run += 1);
  }

  #expectSign(): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#lose(), SILENT_MS);
  }

  #goOffline = (): void => {
    if (this.#state === "signed_out" || this.#state === "stopped") return;
    this.#end("offline");
  };

  #comeBack = (): void => {
    if (this.#state === "signed_out" || this.#state === "stopped") return;
    this.#tries = 0;
    this.#set("reconnecting");
    this.#connect();
  };

  #look = (): void => {
    clearTimeout(this.#rest);
    if (document.hidden) {
      this.#rest = setTimeout(() => {
        if (this.#state !== "signed_out" && this.#state !== "stopped") this.#end("resting");
      }, REST_AFTER_MS);
    } else if (this.#state === "resting" || this.#state === "crowded" || this.#state === "reconnecting") {
      this.#comeBack();
    }
  };

  #set(state: LiveState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#options.onState?.(state);
  }
}

/** Where the stream stands, from what `readLive` says: a path, a port of the same host, or a whole address. */
export function liveAddress(url: string, page: { protocol: string; hostname: string; origin: string }): string {
  if (url.startsWith(":")) return `${page.protocol}//${page.hostname}${url}`;
  return new URL(url, page.origin).href;
}
