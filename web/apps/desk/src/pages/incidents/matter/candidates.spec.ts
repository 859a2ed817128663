import { expect, it } from "vitest";
import { remarkFor, sureness, wordsOf } from "./candidates.js";

it("asks with the address first, then with the words, or with the title where there are none", () => {
  expect(wordsOf({ address: " 东风路口 ", words: "路灯坏了", title: "路灯" })).toBe("东风路口\n路灯坏了");
  expect(wordsOf({ address: "", words: "", title: "东风路路灯" })).toBe("东风路路灯");
  expect(wordsOf({ address: "", words: "长".repeat(3000), title: "" })).toHaveLength(2000);
  expect(wordsOf({ address: " ", words: "", title: "" })).toBe("");
});

it("says by which words the place was found", () => {
  expect(remarkFor({ name: "迎春路小学", matched: "迎春路小学" })).toBe("按上报文字里的“迎春路小学”定位");
  expect(remarkFor({ name: "迎春路小学", matched: "迎小" })).toBe("按上报文字里的“迎小”（迎春路小学）定位");
});

it("asks a person below what a program may take", () => {
  expect(sureness({ sure: 0.8 })).toEqual({ percent: 80, isAsked: false });
  expect(sureness({ sure: 0.79 })).toEqual({ percent: 79, isAsked: true });
});
