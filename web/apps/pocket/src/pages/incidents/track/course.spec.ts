import { describe, expect, it } from "vitest";
import { sorted, stateKey, toneOf, told, type Step } from "./course.js";
import { plainCode } from "./useMine.js";

const step = (action: string) => ({ action }) as Step;

describe("a course in a resident's words", () => {
  it("tells the latest first and leaves out what happens inside an office", () => {
    expect(told(["report", "accept", "dispatch", "assign", "take"].map(step)).map((one) => one.action)).toEqual(["take", "dispatch", "accept", "report"]);
  });

  it("has a word for every state", () => {
    expect([10, 20, 30, 40, 50, 60, 70, 80].map(stateKey)).toEqual(["reported", "accepted", "dispatched", "handling", "handled", "verified", "closed", "voided"]);
  });

  it("marks a step back, a step on and a question", () => {
    expect(["return", "close", "ask_reporter", "take"].map((one) => toneOf(step(one)))).toEqual(["back", "good", "asked", "plain"]);
  });

  it("sets what was reported beside what was done", () => {
    const file = (kind: string, file_kind = "photo") => ({ kind, file_kind, file_id: kind + file_kind }) as Parameters<typeof sorted>[0][number];
    const found = sorted([file("report"), file("photo_after"), file("photo_before"), file("report", "voice"), file("call_record")]);
    expect(found.before.map((one) => one.kind)).toEqual(["report", "photo_before"]);
    expect([found.after.length, found.others.length, found.voices.length]).toEqual([1, 1, 1]);
  });
});

describe("a tracking code", () => {
  it.each([
    ["abcde-fghjk", "ABCDEFGHJK"],
    [" o1il0 22222 ", "0111022222"],
    ["ＡＢＣＤＥ１２３４５", "ABCDE12345"],
  ])("%s is read however it is written", (given, plain) => {
    expect(plainCode(given)).toBe(plain);
  });
});
