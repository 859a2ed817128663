// A course in a resident's words: which state, which step, and what of it is left out.

import type { Incident } from "@jingwei/face";

export type Step = Incident["steps"][number];

const KEYS = {
  10: "reported",
  20: "accepted",
  30: "dispatched",
  40: "handling",
  50: "handled",
  60: "verified",
  70: "closed",
  80: "voided",
} as const;

export type StateKey = (typeof KEYS)[keyof typeof KEYS];

export function stateKey(state: number): StateKey {
  return KEYS[state as keyof typeof KEYS] ?? "reported";
}

/** Steps inside an office say nothing to whoever waits. */
const UNTOLD = new Set(["assign", "hand_over", "transplant", "instruct"]);

/** The latest first. */
export function told(steps: readonly Step[]): Step[] {
  return steps.filter((one) => !UNTOLD.has(one.action)).reverse();
}

const BACK = new Set(["return", "recall", "fail_check", "reopen", "void", "suspend", "refuse_extension"]);
const GOOD = new Set(["close", "pass_check", "handle"]);
const ASKED = new Set(["ask_reporter"]);

export function toneOf(step: Step): "back" | "good" | "asked" | "plain" {
  if (BACK.has(step.action)) return "back";
  if (GOOD.has(step.action)) return "good";
  return ASKED.has(step.action) ? "asked" : "plain";
}

type File = Incident["attachments"][number];

/** Photos from before and after side by side, the report's own, voices and the rest. */
export function sorted(files: readonly File[]) {
  const isPicture = (one: File) => one.file_kind === "photo" || one.file_kind === "video";
  return {
    before: files.filter((one) => isPicture(one) && (one.kind === "photo_before" || one.kind === "report")),
    after: files.filter((one) => isPicture(one) && one.kind === "photo_after"),
    others: files.filter((one) => isPicture(one) && !["photo_before", "report", "photo_after"].includes(one.kind)),
    voices: files.filter((one) => one.file_kind === "voice"),
  };
}
