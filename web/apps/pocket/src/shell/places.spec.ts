// Whose page is whose: the shell by the post, its tabs, and where signing in is asked.

import { expect, test } from "vitest";
import type { RouteRecordRaw } from "vue-router";
import { asksWho, furtherOf, shellOf, tabsOf } from "./places.js";

const page = (name: string, order: number, roles?: ("resident" | "officer" | "handler" | "leader")[]): RouteRecordRaw => ({
  path: `/${name}`, name, component: {},
  meta: { ...(roles ? { roles } : {}), tab: { label: { zh: name, en: name }, icon: "home", order } },
});
const names = (routes: RouteRecordRaw[], shell: Parameters<typeof tabsOf>[1]) => tabsOf(routes, shell).map((one) => one.name);

test.each([
  ["resident", "resident"], ["public", "resident"], ["officer", "officer"], ["grid_head", "officer"], ["desk", "officer"],
  ["handler", "handler"], ["unit_head", "leader"], ["commander", "leader"], ["administrator", "officer"],
] as const)("a %s has the shell of a %s", (role, shell) => {
  expect(shellOf({ role, post: null })).toBe(shell);
});

test("who is not signed in is a resident", () => {
  expect(shellOf(null)).toBe("resident");
});

test("tabs are one's own, in order, and at most four; the last page is always among them", () => {
  const routes = [page("late", 80), page("officers", 20, ["officer"]), page("first", 10), page("handlers", 5, ["handler"])];
  expect(names(routes, "officer")).toEqual(["first", "officers", "late"]);
  expect(names([1, 2, 3, 4, 5].map((order) => page(`p${order}`, order)), "resident")).toEqual(["p1", "p2", "p3", "p5"]);
  expect(furtherOf([1, 2, 3, 4, 5].map((order) => page(`p${order}`, order)), "resident").map((one) => one.name)).toEqual(["p4"]);
  expect(furtherOf([1, 2, 3, 4].map((order) => page(`p${order}`, order)), "resident")).toEqual([]);
  expect(names([{ path: "/plain", name: "plain", component: {} }], "resident")).toEqual([]);
});

test("a page for staff alone asks who is there, a resident's does not unless it says so", () => {
  expect(asksWho({ roles: ["officer", "leader"] })).toBe(true);
  expect(asksWho({ roles: ["resident", "officer"] })).toBe(false);
  expect(asksWho({})).toBe(false);
  expect(asksWho({ needsSignIn: true })).toBe(true);
});
