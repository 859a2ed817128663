import { mount } from "@vue/test-utils";
import { expect, it } from "vitest";
import { createMemoryHistory, createRouter } from "vue-router";
import { useUrlState, type UrlState } from "@jingwei/face";
import { flagOf, totalOf } from "./list.js";

const none = { render: () => null };

it("says how many there are in the page's own words, and nothing while they are not counted", () => {
  const t = (key: "total" | "totalCapped", named: { n: number }) => `${key} ${named.n}`;
  expect(totalOf(undefined, t)).toBe("");
  expect(totalOf({ total: null, is_capped: false }, t)).toBe("");
  expect(totalOf({ total: 0, is_capped: false }, t)).toBe("total 0");
  expect(totalOf({ total: 1000, is_capped: true }, t)).toBe("totalCapped 1000");
});

it("keeps a checkbox in the address and begins at the first page again", async () => {
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: "/", name: "list", component: none }] });
  await router.push("/?is_due=true&cursor=abc");
  let url!: UrlState<{ is_due: string }>;
  mount({ setup: () => ((url = useUrlState({ is_due: "" })), () => null) }, { global: { plugins: [router] } });
  const isDue = flagOf(url, "is_due");
  expect(isDue.value).toBe(true);
  isDue.value = false;
  await new Promise((settled) => setTimeout(settled));
  expect(isDue.value).toBe(false);
  expect(router.currentRoute.value.query).toEqual({});
});
