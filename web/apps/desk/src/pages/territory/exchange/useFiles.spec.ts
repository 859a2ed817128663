import { describe, expect, it } from "vitest";
import { sizeOf } from "@jingwei/domain";
import { fitting, percent, type GeometryImport } from "./useFiles.js";

describe("what is said of a file", () => {
  it("counts what would go into the draft, mended ones with it", () => {
    expect(fitting({ counts: { good: 3, mended: 2, bad: 4, same: 9 } } as unknown as GeometryImport)).toBe(5);
    expect(fitting({ counts: {} } as unknown as GeometryImport)).toBe(0);
  });
  it("never calls nearly everything all of it", () => {
    expect(percent(0.9999)).toBe("99.9 %");
    expect(percent(1)).toBe("100 %");
  });
  it("tells sizes as people say them", () => {
    expect([sizeOf(10), sizeOf(312 * 1024), sizeOf(1_468_006)]).toEqual(["1 KB", "312 KB", "1.4 MB"]);
  });
});
