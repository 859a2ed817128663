import { expect, test } from "vitest";
import { rowsOf, type Link } from "./useProviderLinks.js";
import type { Provider } from "@jingwei/face";

const provider = (key: string): Provider => ({ key, name_zh: key, name_en: key, serves: "staff" });
const link = (key: string): Link => ({ link_id: `link-${key}`, provider: key, linked_at: "2026-11-16T02:00:00Z", last_used_on: null });

test("every provider is a row, linked or not, and a link outlives its provider", () => {
  const rows = rowsOf([provider("city"), provider("office")], [link("office"), link("gone")]);
  expect(rows.map((one) => [one.key, one.provider?.key, one.link?.link_id])).toEqual([
    ["city", "city", undefined],
    ["office", "office", "link-office"],
    ["gone", undefined, "link-gone"],
  ]);
});
