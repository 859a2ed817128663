import { describe, expect, it } from "vitest";
import { whither } from "./whither.js";

describe("where a notice leads", () => {
  it("is the reader's own page of a matter", () => {
    expect(whither("incidents.incident:1", true)).toEqual({ name: "my-report", params: { id: "1" } });
    expect(whither("incidents.incident:1", false)).toEqual({ name: "task", params: { id: "1" } });
  });

  it("is the public course for who follows", () => {
    expect(whither("incidents.followed:2", true)).toEqual({ name: "followed", params: { publicId: "2" } });
  });

  it.each(["", "incidents.incident:", "imports.batch:3"])("is nowhere for “%s”", (target) => {
    expect(whither(target, true)).toBeUndefined();
  });
});
