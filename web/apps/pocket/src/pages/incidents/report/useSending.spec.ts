import { connect } from "@jingwei/client";
import { drafts } from "@jingwei/domain";
import { createPinia, setActivePinia } from "pinia";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { effectScope, type EffectScope } from "vue";
import { keptReceipts } from "@/shell/receipts.js";
import { tryFrom } from "./challenge/solve.js";
import { useReport, type Report } from "./useReport.js";
import { useSending, type Sending } from "./useSending.js";

const RECEIPT = {
  id: "0192f0c1-0000-7000-8000-000000000000",
  receipt_no: "SJ202611220001",
  tracking_code: "ABCDE12345",
  state: 10,
  version: 1,
  centre_name: "资阳区综治中心",
  due_at: null,
};
const TAKEN = { code: "incident.id_taken", message: "编号已用", message_en: "taken", data: {}, next: "correct" };

/** The socket: what the server answers, one after the other; "silence" is a broken line. */
let answers: ("silence" | { status: number; body: unknown })[] = [];
let asked: { path: string; body: Record<string, unknown> }[] = [];

let scope: EffectScope;
let report: Report;
let sending: Sending;

beforeEach(() => {
  localStorage.clear();
  setActivePinia(createPinia());
  drafts.open("visitor");
  answers = [];
  asked = [];
  connect({
    fetch: async (address, init) => {
      asked.push({ path: String(address), body: JSON.parse(String(init?.body ?? "{}")) as Record<string, unknown> });
      const answer = answers.shift();
      if (!answer || answer === "silence") throw new TypeError("no line");
      return new Response(JSON.stringify(answer.body), { status: answer.status, headers: { "Content-Type": "application/json" } });
    },
  });
  scope = effectScope();
  report = useReport();
  report.clear();
  report.begin();
  report.said.value.words = "路灯不亮";
  report.place({ by: "list", areaCode: "430902005001", areaName: "石码头社区" });
  sending = scope.run(() => useSending(report))!;
});
afterEach(() => scope.stop());

describe("handing a report in", () => {
  it("gives the receipt, keeps its code on this phone, and forgets what was typed", async () => {
    answers = [{ status: 201, body: RECEIPT }];
    expect((await sending.send())?.tracking_code).toBe("ABCDE12345");
    expect(keptReceipts().map((one) => [one.code, one.words])).toEqual([["ABCDE12345", "路灯不亮"]]);
    expect(report.isBegun.value).toBe(false);
    expect(asked[0]).toMatchObject({ path: "/api/v1/incidents", body: { words: "路灯不亮", area_code: "430902005001", identity: "anonymous" } });
  });

  it("without an answer says that nobody knows, and sends the very same again", async () => {
    answers = ["silence", { status: 201, body: RECEIPT }];
    expect(await sending.send()).toBeUndefined();
    expect(sending.phase.value).toBe("unanswered");
    expect(report.said.value.words).toBe("路灯不亮");
    expect(await sending.send()).toBeTruthy();
    expect(asked[1]!.body).toEqual(asked[0]!.body);
  });

  it("asks for the receipt of the earlier try where that had arrived and the words were changed since", async () => {
    answers = ["silence", { status: 409, body: TAKEN }, { status: 201, body: RECEIPT }];
    await sending.send();
    report.said.value.words = "路灯不亮，有三盏";
    expect((await sending.send())?.receipt_no).toBe(RECEIPT.receipt_no);
    expect(sending.isEarlier.value).toBe(true);
    expect(asked[2]!.body).toEqual(asked[0]!.body);
  });

  it("keeps everything where the server refuses, and says why", async () => {
    answers = [{ status: 422, body: { ...TAKEN, code: "areas.outside_city", message: "不在本市" } }];
    expect(await sending.send()).toBeUndefined();
    expect(sending.phase.value).toBe("refused");
    expect(String(sending.error.value)).toContain("不在本市");
    expect(report.said.value.unanswered).toBe("");
  });

  it("sends a tip by its own way, confidential only where a number was left", async () => {
    report.said.value.who = "tip";
    answers = [{ status: 201, body: RECEIPT }];
    await sending.send();
    expect(asked[0]).toMatchObject({ path: "/api/v1/tips", body: { identity: "anonymous" } });
  });

  it("has the phone compute where the server asks for it, and hands in the very same report", async () => {
    const needed = { code: "incident.challenge_needed", message: "请稍等", message_en: "wait", data: { bits: 6 }, next: "retry" };
    answers = [{ status: 428, body: needed }, { status: 200, body: { seed: "seed", bits: 6, until: "2026-11-29T00:00:00Z", is_needed: true } }, { status: 201, body: RECEIPT }];
    const { id } = report.said.value;
    expect(await sending.send()).toBeTruthy();
    expect(asked.map((one) => one.path)).toEqual(["/api/v1/incidents", "/api/v1/reporting/challenge?least_bits=6", "/api/v1/incidents"]);
    const { challenge, ...rest } = asked[2]!.body;
    expect(rest).toEqual(asked[0]!.body);
    expect(challenge).toEqual({ seed: "seed", answer: tryFrom("seed", id, 6, 0, 10_000) });
  });

  it("takes a double tap for one", async () => {
    answers = [{ status: 201, body: RECEIPT }];
    await Promise.all([sending.send(), sending.send()]);
    expect(asked).toHaveLength(1);
  });
});
