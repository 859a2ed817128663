import { expect, it } from "vitest";
import { stateOf, type Delegation } from "./useDelegations.js";

const AT = new Date("2026-11-21T08:00:00Z");
const lent = (starts_at: string, ends_at: string, revoked_at: string | null = null) => ({ starts_at, ends_at, revoked_at }) as Delegation;

it.each([
  ["running", lent("2026-11-21T07:00:00Z", "2026-11-22T07:00:00Z")],
  ["coming", lent("2026-11-21T09:00:00Z", "2026-11-22T07:00:00Z")],
  ["ended", lent("2026-11-20T07:00:00Z", "2026-11-21T08:00:00Z")],
  ["revoked", lent("2026-11-21T07:00:00Z", "2026-11-22T07:00:00Z", "2026-11-21T07:30:00Z")],
])("a loan is %s", (state, one) => {
  expect(stateOf(one, AT)).toBe(state);
});
