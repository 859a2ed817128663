import { expect, it } from "vitest";
import type { Effects } from "../types.js";
import { concernedOf } from "./usePublish.js";

it("asks for posts and units alike, and knows what was said for each", () => {
  const effects = {
    posts: [{ post_id: "p", title: "网格员", role: "officer", area_code: "1", holder_name: "林晓", answer: "move", to_code: "2", offers: ["2"] }],
    units: [{ unit_id: "u", name: "工作站", area_code: "1", answer: null, to_code: null, offers: ["2"] }],
  } as unknown as Effects;
  expect(concernedOf(effects).map((one) => [one.id, one.isUnit, one.answer])).toEqual([["p", false, "2"], ["u", true, ""]]);
  expect(concernedOf(undefined)).toEqual([]);
});
