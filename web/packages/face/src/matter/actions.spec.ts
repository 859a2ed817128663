import { describe, expect, it } from "vitest";
import { emptyForm, fieldsOf, inOrder, isOneClick, keyOf, missingIn, nextOf, VERBS, type ActionName, type Incident, type Offer } from "./actions.js";

function offer(action: ActionName, needs: string[] = [], evidence: Offer["evidence"] = []): Offer {
  return { action, label: action, label_en: action, needs, operation_id: "", evidence };
}
const incident = { item_code: "", tasks: [] } as unknown as Incident;

describe("what stands first", () => {
  it("puts the usual next step before corrections and notes, whatever order the server sends", () => {
    const offers = [offer("note"), offer("void"), offer("correct"), offer("escalate"), offer("accept")];
    expect(nextOf(offers)?.action).toBe("accept");
    expect(inOrder(offers).map((one) => one.action)).toEqual(["accept", "correct", "escalate", "note", "void"]);
  });

  it("offers nothing as next where only a note can be left", () => {
    expect(nextOf([offer("note"), offer("hand_over")])).toBeUndefined();
  });

  it("leaves out what this page does not know", () => {
    expect(inOrder([offer("report"), offer("note")]).map((one) => one.action)).toEqual(["note"]);
  });
});

describe("letters", () => {
  it("gives a letter to one action only: a centre that handles something itself may both return and recall", () => {
    const offers = [offer("recall"), offer("return"), offer("note")];
    expect([keyOf("return", offers), keyOf("recall", offers)]).toEqual(["r", ""]);
    expect(keyOf("recall", [offer("recall")])).toBe("r");
  });

  it("keeps the list's own letters free", () => {
    const letters = Object.values(VERBS).map((verb) => verb?.key);
    for (const taken of ["j", "k", "x", "u", "/", "?", "[", "]"]) expect(letters).not.toContain(taken);
  });
});

describe("what is still missing", () => {
  it("names remark, date and evidence until they are there", () => {
    const handle = offer("handle", ["evidence", "remark"], [
      { kind: "photo_after", label: "", label_en: "", is_shown: false },
      { kind: "document", label: "", label_en: "", is_shown: false },
    ]);
    const form = emptyForm();
    expect(missingIn(handle, form, incident)).toEqual(["evidence", "remark"]);
    form.remark = "已清运";
    form.proofs = [{ file_id: "1", kind: "photo_after" }];
    expect(missingIn(handle, form, incident)).toEqual(["evidence"]);
    form.proofs.push({ file_id: "2", kind: "document" });
    expect(missingIn(handle, form, incident)).toEqual([]);
  });

  it("asks for a reason where a limit of one's own is given", () => {
    const dispatch = offer("dispatch", ["unit"]);
    const form = { ...emptyForm(), unitId: "u", limit: "2d" };
    expect(missingIn(dispatch, form, incident)).toEqual(["remark"]);
    expect(missingIn(dispatch, { ...form, limit: "" }, incident)).toEqual([]);
  });

  it("does not ask for an item that the matter has", () => {
    const accept = offer("accept", ["item"]);
    expect(missingIn(accept, emptyForm(), incident)).toEqual(["item"]);
    expect(missingIn(accept, emptyForm(), { ...incident, item_code: "010101" } as Incident)).toEqual([]);
  });

  it("takes no rating for an answer to whether it is solved", () => {
    const rate = offer("rate", ["rating"]);
    expect(missingIn(rate, { ...emptyForm(), stars: 5 }, incident)).toEqual(["rating"]);
    expect(missingIn(rate, { ...emptyForm(), stars: 5, isSolved: false }, incident)).toEqual([]);
  });
});

it("shows the fields the server names and those people may fill, each once", () => {
  expect(fieldsOf(offer("dispatch", ["unit"]))).toEqual(["unit", "remark", "limit", "assists"]);
  expect(fieldsOf(offer("reroute", ["unit", "remark"]))).toEqual(["unit", "remark", "item", "address", "place"]);
  expect(isOneClick(offer("take"))).toBe(true);
  expect(isOneClick(offer("resume"))).toBe(false);
});
