// Handing in: first the photos that are still on their way, then the words; every stop has its words and its way on.

import { getChallenge, Refusal, reportIncident, reportTip, type Schema } from "@jingwei/client";
import { uploads } from "@jingwei/device";
import { computed, onScopeDispose, ref, shallowRef, type ComputedRef, type Ref } from "vue";
import { keepReceipt } from "@/shell/receipts.js";
import { bodyOf, type Receipt, type Report } from "./useReport.js";

/** After so long without an answer it is said that nobody knows; sending again is safe. */
const ANSWER_WITHIN_MS = 30_000;
const ID_TAKEN = "incident.id_taken";
const CHALLENGE_NEEDED = "incident.challenge_needed";
/** While it computes it may get harder; who is asked a third time has met something else. */
const MOST_CHALLENGES = 2;

interface HandedIn {
  isTip: boolean;
  body: Schema<"ReportIn">;
}

export type Phase = "writing" | "files" | "words" | "computing" | "unanswered" | "refused";

export interface Sending {
  phase: Ref<Phase>;
  error: Ref<unknown>;
  isBusy: ComputedRef<boolean>;
  /** Files that nobody waited for any more: they are not in the report. */
  left: Ref<number>;
  /** An earlier try had arrived: what was changed since then is not in it. */
  isEarlier: Ref<boolean>;
  /** `withoutRest`: not to wait for files that have not arrived. Resolves with the receipt, or nothing. */
  send: (options?: { withoutRest?: boolean }) => Promise<Receipt | undefined>;
  /** Back to writing; what was said stays, and so do the files. */
  stop: () => void;
  /** Ask beforehand whether this phone has to compute something, and do so while its owner writes. */
  prepare: () => Promise<void>;
}

export function useSending(report: Report): Sending {
  const phase = ref<Phase>("writing");
  const error = shallowRef<unknown>();
  const isEarlier = ref(false);
  const left = ref(0);
  const isBusy = computed(() => ["files", "words", "computing"].includes(phase.value));
  let computing: AbortController | undefined;
  let waiting: AbortController | undefined;
  let isAtWork = false;
  let round = 0;

  async function filesOf(withoutRest: boolean): Promise<string[] | undefined> {
    const bundle = report.bundle.value;
    if (!withoutRest && uploads.of(bundle).some((one) => one.state !== "done")) {
      phase.value = "files";
      const mine = (waiting = new AbortController());
      try {
        await uploads.settled(bundle, mine.signal);
      } catch {
        return undefined;
      }
      if (mine.signal.aborted) return undefined;
      if (uploads.of(bundle).some((one) => one.state !== "done")) {
        phase.value = "refused";
        return undefined;
      }
    }
    return uploads.of(bundle).flatMap((one) => (one.file ? [one.file.id] : []));
  }

  function hand({ isTip, body }: HandedIn): Promise<Receipt> {
    const operation = isTip ? reportTip : reportIncident;
    return operation(body, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
  }

  async function send({ withoutRest = false } = {}): Promise<Receipt | undefined> {
    // A second tap is the same one; only giving up on the files is another.
    if (phase.value === "words" || (isAtWork && !withoutRest)) return undefined;
    waiting?.abort();
    error.value = undefined;
    report.begin();
    const mine = (round += 1);
    isAtWork = true;
    try {
      return await handIn(withoutRest);
    } finally {
      if (mine === round) isAtWork = false;
    }
  }

  async function handIn(withoutRest: boolean): Promise<Receipt | undefined> {
    const fileIds = await filesOf(withoutRest);
    if (!fileIds) return undefined;
    phase.value = "words";
    const { said } = report;
    const now: HandedIn = { isTip: report.who.value === "tip", body: bodyOf(said.value, report.who.value, fileIds) };
    const earlier = said.value.unanswered;
    said.value.unanswered = JSON.stringify(now);
    try {
      return await done(await handSolved(now));
    } catch (reason) {
      if (reason instanceof Refusal && reason.code === ID_TAKEN && earlier) return again(earlier);
      return failed(reason);
    }
  }

  /** Hands in, and has the phone compute where the server asks for it: nothing to look at, nothing to hear. */
  async function handSolved(now: HandedIn): Promise<Receipt> {
    for (let asked = 0; ; asked += 1) {
      try {
        return await hand(now);
      } catch (reason) {
        if (!(reason instanceof Refusal) || reason.code !== CHALLENGE_NEEDED || asked === MOST_CHALLENGES) throw reason;
        phase.value = "computing";
        now.body.challenge = await compute(Number(reason.body.data["bits"] ?? 0));
        report.said.value.unanswered = JSON.stringify(now);
        phase.value = "words";
      }
    }
  }

  async function compute(leastBits: number, ifNeededOnly = false): Promise<Schema<"AnsweredIn"> | null> {
    computing?.abort();
    const mine = (computing = new AbortController());
    const use = report.said.value.id;
    const challenge = await getChallenge({ least_bits: leastBits }, { signal: mine.signal });
    if (ifNeededOnly && !challenge.is_needed) return null;
    const { answerTo } = await import("./challenge/answer.js");
    const answered = await answerTo(challenge, use, mine.signal);
    if (report.said.value.id === use) report.said.value.challenge = answered;
    return answered;
  }

  async function prepare(): Promise<void> {
    if (report.isStaff.value || report.said.value.challenge || !report.isBegun.value) return;
    await compute(0, true).catch(() => undefined); // without a network, or given up: it is asked again on handing in
  }

  /** The try that nobody answered had arrived after all: its receipt is asked for with the very same content. */
  async function again(earlier: string): Promise<Receipt | undefined> {
    try {
      isEarlier.value = true;
      return await done(await hand(JSON.parse(earlier) as HandedIn));
    } catch (reason) {
      return failed(reason);
    }
  }

  function failed(reason: unknown): undefined {
    if (phase.value === "writing") return undefined; // stopped by its owner meanwhile
    error.value = reason;
    const isAnswered = reason instanceof Refusal && reason.status < 500;
    if (isAnswered) report.said.value.unanswered = "";
    phase.value = isAnswered ? "refused" : "unanswered";
    return undefined;
  }

  async function done(receipt: Receipt): Promise<Receipt> {
    const bundle = report.bundle.value;
    left.value = uploads.of(bundle).filter((one) => one.state !== "done").length;
    // Staff find it among their own; residents on this phone.
    if (!report.isStaff.value) keepReceipt({ code: receipt.tracking_code, no: receipt.receipt_no, at: Date.now(), words: report.said.value.words.slice(0, 40) });
    report.clear();
    phase.value = "writing";
    await uploads.forget(bundle).catch(() => undefined);
    return receipt;
  }

  function stop(): void {
    waiting?.abort();
    computing?.abort();
    phase.value = "writing";
  }

  onScopeDispose(() => {
    waiting?.abort();
    computing?.abort();
  });
  return { phase, error, isBusy, isEarlier, left, send, stop, prepare };
}
