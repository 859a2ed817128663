import { describe, expect, it } from "vitest";
import { homeSent, isPlaced, newHome } from "./home.js";

describe("where somebody lives", () => {
  it("is a house, or an address with the community or grid it lies in", () => {
    const home = newHome(2);
    expect(isPlaced(home)).toBe(false);
    expect(isPlaced({ ...home, house_id: "h" })).toBe(true);
    expect(isPlaced({ ...home, isWritten: true, house_id: "h" })).toBe(false);
    expect(isPlaced({ ...home, isWritten: true, address: " ", area_code: "430902001001" })).toBe(false);
    expect(isPlaced({ ...home, isWritten: true, address: "迎春路1号", area_code: "430902001" })).toBe(false);
    expect(isPlaced({ ...home, isWritten: true, address: "迎春路1号", area_code: "430902001001" })).toBe(true);
  });

  it("sends the one or the other, never both", () => {
    const home = { ...newHome(), house_id: "h", address: "迎春路1号 ", area_code: "430902001001001", from_on: "2026-01-02" };
    expect(homeSent(home)).toEqual({ living: 1, from_on: "2026-01-02", house_id: "h" });
    expect(homeSent({ ...home, isWritten: true })).toEqual({ living: 1, from_on: "2026-01-02", address: "迎春路1号", area_code: "430902001001001" });
  });
});
