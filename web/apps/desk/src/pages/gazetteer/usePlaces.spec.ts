import { describe, expect, it } from "vitest";
import { sureness } from "./usePlaces.js";

describe("a candidate", () => {
  it("says in a hundred how sure it is, and when a person chooses", () => {
    expect(sureness({ sure: 0.95 })).toEqual({ percent: 95, isAsked: false });
    expect(sureness({ sure: 0.8 })).toEqual({ percent: 80, isAsked: false });
    expect(sureness({ sure: 0.79 })).toEqual({ percent: 79, isAsked: true });
  });
});
