import { QueryClient, QueryObserver } from "@tanstack/vue-query";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Refresher } from "./refresh.js";

const ID = "018f0000-0000-7000-8000-000000000001";
const OTHER = "018f0000-0000-7000-8000-000000000002";
let client: QueryClient;
let refresher: Refresher;
let reads: Record<string, number>;
const stops: (() => void)[] = [];

/** A page that has something of the server's on the screen. */
function shown(name: string, key: readonly unknown[], answer: unknown = {}): void {
  reads[name] = 0;
  const observer = new QueryObserver(client, {
    queryKey: key,
    queryFn: () => {
      reads[name]! += 1;
      return Promise.resolve(answer);
    },
  });
  stops.push(observer.subscribe(() => undefined));
}

const after = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(async () => {
  vi.useFakeTimers();
  client = new QueryClient();
  refresher = new Refresher(client);
  reads = {};
  shown("open", ["getIncident", { incident_id: ID }], { id: ID, version: 4 });
  shown("seen", ["listSeen", { incident_id: ID }], []);
  shown("other", ["getIncident", { incident_id: OTHER }], { id: OTHER, version: 9 });
  shown("counts", ["getInbox"]);
  shown("list", ["listIncidents", { bucket: "to_accept" }]);
  shown("bell", ["countUnread"]);
  await after(0);
  reads = Object.fromEntries(Object.keys(reads).map((name) => [name, 0]));
});

afterEach(() => {
  refresher.stop();
  stops.splice(0).forEach((stop) => stop());
  client.clear();
  vi.useRealTimers();
});

test("a step has the open matter, the counts and the lists read anew, and nothing else", async () => {
  refresher.note({ kind: "incident", id: ID, version: 5 });
  await after(500);
  expect(reads).toEqual({ open: 1, seen: 1, other: 0, counts: 1, list: 1, bell: 0 });
});

test("one's own step, whose answer is here already, is not read again", async () => {
  refresher.note({ kind: "incident", id: ID, version: 4 });
  await after(500);
  expect(reads).toMatchObject({ open: 0, seen: 1, counts: 1 });
});

test("a storm of news is read in measured steps", async () => {
  for (let number = 0; number < 100; number += 1) {
    refresher.note({ kind: "incident", id: OTHER, version: 100 + number });
    await after(100);
  }
  expect(reads["counts"]).toBeGreaterThanOrEqual(8);
  expect(reads["counts"]).toBeLessThanOrEqual(10);
  expect(reads["list"]).toBeLessThanOrEqual(4);
  expect(reads["other"]).toBeLessThanOrEqual(20);
  expect(reads["open"]).toBe(0);
  const before = reads["list"]!;
  await after(4_000);
  expect(reads["list"]).toBe(before + 1);
});

test("a notice rings the bell alone", async () => {
  refresher.note({ kind: "notice", id: "018f0000-0000-7000-8000-0000000000ff" });
  await after(1_000);
  expect(reads).toEqual({ open: 0, seen: 0, other: 0, counts: 0, list: 0, bell: 1 });
});

test("presence has nothing read: whoever shows it asks by itself", async () => {
  refresher.note({ kind: "presence", id: ID });
  await after(5_000);
  expect(Object.values(reads)).toEqual([0, 0, 0, 0, 0, 0]);
});

test("after a gap everything that was read before is read anew, once", async () => {
  refresher.everything();
  refresher.everything();
  await after(2_000);
  expect(reads).toEqual({ open: 1, seen: 1, other: 1, counts: 1, list: 1, bell: 1 });
});

test("what was read after the gap is not read again", async () => {
  refresher.everything();
  await after(10);
  await client.refetchQueries({ queryKey: ["getInbox"] });
  await after(2_000);
  expect(reads).toMatchObject({ counts: 1, list: 1 });
});
