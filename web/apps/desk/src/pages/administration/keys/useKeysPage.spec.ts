import { expect, it } from "vitest";
import { networksOf, stateOf } from "./useKeysPage.js";

const NOW = new Date("2026-11-16T10:00:00+08:00");

it("tells where a key stands", () => {
  const key = { revoked_at: null, expires_at: "2027-02-01T00:00:00Z" };
  expect(stateOf(key, NOW)).toBe("in_use");
  expect(stateOf({ ...key, expires_at: "2026-11-29T00:00:00Z" }, NOW)).toBe("ends_soon");
  expect(stateOf({ ...key, expires_at: "2026-11-16T02:00:00Z" }, NOW)).toBe("ended");
  expect(stateOf({ ...key, revoked_at: "2026-11-01T00:00:00Z" }, NOW)).toBe("revoked");
});

it("reads networks however they are separated", () => {
  expect(networksOf("")).toEqual([]);
  expect(networksOf(" 10.1.0.0/16，203.0.113.7\n2001:db8::/32 ")).toEqual(["10.1.0.0/16", "203.0.113.7", "2001:db8::/32"]);
});
