import { describe, expect, it } from "vitest";
import { degreesOf } from "./degrees.js";

describe("degrees", () => {
  it("are shown to a centimetre, without what a computer adds", () => {
    expect([112.30199999999999, 28.5028, 0.1 + 0.2, 112.12345678].map(degreesOf)).toEqual(["112.302", "28.5028", "0.3", "112.1234568"]);
  });
});
