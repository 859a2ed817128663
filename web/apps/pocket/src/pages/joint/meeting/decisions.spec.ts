import { describe, expect, it } from "vitest";
import { toDo, type Decision, type Meeting } from "./decisions.js";

const decision = (changes: Partial<Decision>) => ({ may_finish: false, ...changes }) as Decision;

describe("decisions of a meeting", () => {
  it("count for one's unit where the server lets it report them", () => {
    expect(toDo({ decisions: [decision({ may_finish: true }), decision({})] } as Meeting)).toBe(1);
  });
});
