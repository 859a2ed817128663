import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  liveAddress,
  LiveConnection,
  POLL_MS,
  REST_AFTER_MS,
  SILENT_MS,
  type LiveNews,
  type LiveOptions,
  type LiveState,
  type Source,
} from "../src/live.js";

/** The server's side of one stream. */
class Line implements Source {
  onerror: ((event: Event) => unknown) | null = null;
  isClosed = false;
  #listeners = new Map<string, (event: MessageEvent<string>) => void>();

  constructor(readonly url: string) {}

  addEventListener(name: string, listener: (event: MessageEvent<string>) => void): void {
    this.#listeners.set(name, listener);
  }

  close(): void {
    this.isClosed = true;
  }

  say(name: string, data: object = {}, lastEventId = ""): void {
    this.#listeners.get(name)?.(new MessageEvent(name, { data: JSON.stringify(data), lastEventId }));
  }

  breakOff(): void {
    this.onerror?.(new Event("error"));
  }
}

let lines: Line[];
let news: LiveNews[];
let states: LiveState[];
let resyncs: number;
let moves: number;
let isOnline: boolean;
let isHidden: boolean;
let connection: LiveConnection;

const last = () => lines.at(-1)!;
const settle = () => vi.advanceTimersByTimeAsync(0);

function made(options: Partial<LiveOptions> = {}): LiveConnection {
  return new LiveConnection({
    url: () => Promise.resolve("http://live.test/live/events"),
    onNews: (one) => news.push(one),
    onResync: () => (resyncs += 1),
    onState: (state) => states.push(state),
    onMoved: () => (moves += 1),
    open: (url) => {
      lines.push(new Line(url));
      return last();
    },
    random: () => 0.5,
    ...options,
  });
}

async function begun(): Promise<void> {
  connection.start();
  await settle();
  last().say("ready", { is_resumed: false }, "run-1");
  resyncs = 0;
}

function look(hidden: boolean): void {
  isHidden = hidden;
  document.dispatchEvent(new Event("visibilitychange"));
}

function network(online: boolean): void {
  isOnline = online;
  window.dispatchEvent(new Event(online ? "online" : "offline"));
}

beforeEach(() => {
  vi.useFakeTimers();
  [lines, news, states, resyncs, moves, isOnline, isHidden] = [[], [], [], 0, 0, true, false];
  vi.spyOn(navigator, "onLine", "get").mockImplementation(() => isOnline);
  vi.spyOn(document, "hidden", "get").mockImplementation(() => isHidden);
  connection = made();
});

afterEach(() => {
  connection.stop();
  vi.useRealTimers();
});

describe("while all is well", () => {
  test("it becomes live, and hands news on", async () => {
    connection.start();
    await settle();
    expect(connection.state).toBe("connecting");
    last().say("ready", { is_resumed: false }, "run-1");
    expect(states).toEqual(["connecting", "live"]);
    expect(resyncs).toBe(1);
    last().say("incident", { kind: "incident", id: "a", version: 3 }, "run-2");
    last().say("notice", { kind: "notice" });
    expect(news).toEqual([{ kind: "incident", id: "a", version: 3 }, { kind: "notice" }]);
  });

  test("a line that beats is kept", async () => {
    await begun();
    for (let beat = 0; beat < 10; beat += 1) {
      await vi.advanceTimersByTimeAsync(15_000);
      last().say("beat");
    }
    expect(lines).toHaveLength(1);
    expect(connection.state).toBe("live");
  });
});

describe("when the line breaks", () => {
  test("it is tried again, ever more slowly, and takes up where it was", async () => {
    await begun();
    last().say("incident", { kind: "incident", id: "a" }, "run-7");
    last().breakOff();
    expect(connection.state).toBe("reconnecting");
    expect(lines[0]!.isClosed).toBe(true);
    await vi.advanceTimersByTimeAsync(999);
    expect(lines).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(new URL(last().url).searchParams.get("last")).toBe("run-7");
    last().breakOff();
    await vi.advanceTimersByTimeAsync(1_999);
    expect(lines).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(lines).toHaveLength(3);
    last().say("ready", { is_resumed: true }, "run-7");
    expect(connection.state).toBe("live");
    expect(resyncs).toBe(0);
  });

  test("after a restart of the server everything is read anew", async () => {
    await begun();
    last().say("closing");
    await vi.advanceTimersByTimeAsync(1_000);
    last().say("ready", { is_resumed: false }, "other-1");
    last().say("resync", { because: "gap" }, "other-1");
    expect(resyncs).toBeGreaterThan(0);
    expect(connection.state).toBe("live");
  });

  test("a line that falls silent is dead", async () => {
    await begun();
    await vi.advanceTimersByTimeAsync(SILENT_MS);
    expect(connection.state).toBe("reconnecting");
    expect(lines[0]!.isClosed).toBe(true);
  });

  test("a line that never answers is given up", async () => {
    connection.start();
    await settle();
    await vi.advanceTimersByTimeAsync(SILENT_MS);
    expect(connection.state).toBe("reconnecting");
  });

  test("where the address cannot be had it is asked for again", async () => {
    let asked = 0;
    connection = made({ url: () => ((asked += 1) < 3 ? Promise.reject(new Error("busy")) : Promise.resolve("/live/events")) });
    connection.start();
    await vi.advanceTimersByTimeAsync(3_000);
    expect(asked).toBe(3);
    expect(lines).toHaveLength(1);
  });

  test("an old line's late event is not heard", async () => {
    await begun();
    const old = last();
    old.breakOff();
    await vi.advanceTimersByTimeAsync(1_000);
    old.say("incident", { kind: "incident", id: "late" });
    expect(news).toEqual([]);
  });

  test("meanwhile everything is read anew every minute", async () => {
    await begun();
    last().breakOff();
    for (let minute = 0; minute < 3; minute += 1) {
      await vi.advanceTimersByTimeAsync(POLL_MS);
      last().breakOff();
    }
    expect(resyncs).toBe(3);
    await vi.advanceTimersByTimeAsync(30_000);
    last().say("ready", { is_resumed: true });
    resyncs = 0;
    for (let beat = 0; beat < 8; beat += 1) {
      await vi.advanceTimersByTimeAsync(15_000);
      last().say("beat");
    }
    expect(resyncs).toBe(0);
  });

  test("while the server hears nothing itself the page says so, until it is told to read anew", async () => {
    await begun();
    last().say("paused");
    expect(connection.state).toBe("paused");
    last().say("resync", { because: "gap" });
    expect(connection.state).toBe("live");
    expect(resyncs).toBe(1);
  });
});

describe("when the network is away", () => {
  test("nothing is tried until it is back", async () => {
    await begun();
    network(false);
    expect(connection.state).toBe("offline");
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    expect(lines).toHaveLength(1);
    expect(resyncs).toBe(0);
    network(true);
    await settle();
    expect(lines).toHaveLength(2);
    last().say("ready", { is_resumed: true });
    expect(connection.state).toBe("live");
  });

  test("a page opened without a network waits for it", async () => {
    isOnline = false;
    connection.start();
    await settle();
    expect(connection.state).toBe("offline");
    network(true);
    await settle();
    expect(lines).toHaveLength(1);
  });
});

describe("whose session it is", () => {
  test("an ended session stops everything until somebody signs in", async () => {
    await begun();
    last().say("signed_out");
    expect(connection.state).toBe("signed_out");
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    network(false);
    network(true);
    look(true);
    look(false);
    await settle();
    expect(lines).toHaveLength(1);
    expect(resyncs).toBe(0);
    connection.start();
    await settle();
    expect(lines).toHaveLength(2);
    expect(new URL(last().url).searchParams.has("last")).toBe(false);
  });

  test("work in another post begins anew", async () => {
    await begun();
    last().say("moved");
    await settle();
    expect(moves).toBe(1);
    expect(lines).toHaveLength(2);
    expect(new URL(last().url).searchParams.has("last")).toBe(false);
  });

  test("a window that gave way comes back when it is looked at", async () => {
    await begun();
    last().say("crowded");
    expect(connection.state).toBe("crowded");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(lines).toHaveLength(1);
    look(true);
    look(false);
    await settle();
    expect(lines).toHaveLength(2);
  });
});

describe("whether anybody looks", () => {
  test("a hidden page gives its line back after a while, and comes back at once", async () => {
    await begun();
    look(true);
    for (let gone = 0; gone < REST_AFTER_MS; gone += 15_000) {
      last().say("beat");
      await vi.advanceTimersByTimeAsync(15_000);
    }
    expect(connection.state).toBe("resting");
    expect(lines[0]!.isClosed).toBe(true);
    look(false);
    await settle();
    expect(new URL(last().url).searchParams.get("last")).toBe("run-1");
  });

  test("a glance elsewhere changes nothing", async () => {
    await begun();
    look(true);
    await vi.advanceTimersByTimeAsync(10_000);
    look(false);
    last().say("beat");
    await vi.advanceTimersByTimeAsync(40_000);
    expect(lines).toHaveLength(1);
  });

  test("a stopped connection hears nothing", async () => {
    await begun();
    const line = last();
    connection.stop();
    line.say("incident", { kind: "incident", id: "late" });
    network(false);
    network(true);
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    expect(news).toEqual([]);
    expect(lines).toHaveLength(1);
    expect(connection.state).toBe("stopped");
  });
});

test("the stream's address is a path, a port of the same host, or a whole address", () => {
  const page = { protocol: "http:", hostname: "localhost", origin: "http://localhost:8000" };
  expect(liveAddress("/live/events", page)).toBe("http://localhost:8000/live/events");
  expect(liveAddress(":8001/live/events", page)).toBe("http://localhost:8001/live/events");
  expect(liveAddress("https://live.city.example/live/events", page)).toBe("https://live.city.example/live/events");
});
