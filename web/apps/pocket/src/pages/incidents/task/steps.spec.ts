import type { Incident, Offer } from "@jingwei/face";
import { describe, expect, it } from "vitest";
import { pairsOf, questionsOf } from "./steps.js";

const offer = (action: Offer["action"], ...needs: string[]): Offer => ({ action, label: "", label_en: "", needs, operation_id: "", evidence: [] });
const file = (file_id: string, kind: string, file_kind: string | null = "photo") =>
  ({ file_id, kind, file_kind }) as Incident["attachments"][number];

describe("one question a sheet", () => {
  it("asks each thing that is needed by itself, looking before writing", () => {
    expect(questionsOf(offer("handle", "remark", "evidence"))).toEqual([["evidence"], ["remark"]]);
    expect(questionsOf(offer("ask_extension", "remark", "limit"))).toEqual([["limit"], ["remark"]]);
    expect(questionsOf(offer("suspend", "remark", "until"))).toEqual([["until"], ["remark"]]);
  });

  it("asks for what may be added with the last question", () => {
    expect(questionsOf(offer("dispatch", "unit"))).toEqual([["unit", "limit", "remark"]]);
    expect(questionsOf(offer("pass_check", "remark"))).toEqual([["evidence", "remark"]]);
    expect(questionsOf(offer("note", "remark"))).toEqual([["evidence", "remark", "internal"]]);
    expect(questionsOf(offer("answer", "words"))).toEqual([["evidence", "words"]]);
  });

  it("asks nothing where the tap is all of it", () => {
    expect(questionsOf(offer("take"))).toEqual([]);
  });
});

describe("before and after", () => {
  it("sets what was reported against what was done, where nobody photographed it before", () => {
    const { before, after, others } = pairsOf([file("1", "report"), file("2", "photo_after")]);
    expect([before, after, others].map((side) => side.map((one) => one.file_id))).toEqual([["1"], ["2"], []]);
  });

  it("prefers the handler's own photo from before, and leaves the rest below", () => {
    const { before, others } = pairsOf([file("1", "report"), file("2", "photo_before"), file("3", "photo_after"), file("4", "document", "document")]);
    expect(before.map((one) => one.file_id)).toEqual(["2"]);
    expect(others.map((one) => one.file_id)).toEqual(["1", "4"]);
  });

  it("is no pair until something was done", () => {
    const { after, others } = pairsOf([file("1", "report"), file("2", "report", "voice")]);
    expect(after).toEqual([]);
    expect(others.map((one) => one.file_id)).toEqual(["1", "2"]);
  });
});
