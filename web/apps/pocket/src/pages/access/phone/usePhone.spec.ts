import { describe, expect, it } from "vitest";
import { isMobile, masked, plainDigits } from "./usePhone.js";

describe("a number as people type it", () => {
  it.each([
    ["138 7371 2345", "13873712345"],
    ["+86 138-7371-2345", "13873712345"],
    ["008613873712345", "13873712345"],
    ["１３８７３７１２３４５", "13873712345"],
  ])("%s is read", (given, digits) => {
    expect(plainDigits(given)).toBe(digits);
    expect(isMobile(given)).toBe(true);
  });

  it.each(["", "0737-1234567", "12345678901", "1387371234"])("“%s” gets no SMS", (given) => {
    expect(isMobile(given)).toBe(false);
  });

  it("is shown with its middle hidden", () => {
    expect(masked("13873712345")).toBe("138****2345");
  });
});
