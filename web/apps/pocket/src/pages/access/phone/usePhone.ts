// Signing in by a code: the number, the code, the wait until another one, and what an earlier self has reported.

import { askPhoneCode, claimReports, listDemoMessages, listFollowed, listIncidents, readDemo, Refusal, signInByPhone } from "@jingwei/client";
import { readAgain, useRead, useSession, useWrite } from "@jingwei/face";
import { useQueryClient } from "@tanstack/vue-query";
import { computed, onScopeDispose, ref } from "vue";

export const CODE_LENGTH = 6;
const MOBILE = /^1[3-9]\d{9}$/;
const DEMO_EVERY_MS = 1_500;

/** Digits alone, full-width ones too, without the country's number. */
export function plainDigits(given: string): string {
  const digits = given.normalize("NFKC").replace(/\D/g, "");
  return digits.length > 11 ? digits.replace(/^(00)?86/, "") : digits;
}

export function isMobile(given: string): boolean {
  return MOBILE.test(plainDigits(given));
}

/** "138****5678": enough to notice a slip, too little for a stranger's glance. */
export function masked(given: string): string {
  const digits = plainDigits(given);
  return `${digits.slice(0, 3)}****${digits.slice(-4)}`;
}

export function usePhone() {
  const session = useSession();
  const client = useQueryClient();
  const phone = ref("");
  const code = ref("");
  const seconds = useCountdown();
  const ask = useWrite(askPhoneCode);
  const enter = useWrite(signInByPhone);
  const demo = useRead(readDemo, undefined, { staleTime: Infinity });
  const isAsked = ref(false);
  const sms = useRead(listDemoMessages, () => ({ tail: plainDigits(phone.value).slice(-4) }), {
    enabled: () => isAsked.value && Boolean(demo.data.value?.is_demo),
    refetchInterval: DEMO_EVERY_MS,
  });

  /** True once it is on its way. */
  async function send(): Promise<boolean> {
    try {
      const sent = await ask.mutateAsync({ phone: plainDigits(phone.value) });
      seconds.start(sentAgainAfter(sent));
      isAsked.value = true;
      return true;
    } catch (error) {
      const wait = error instanceof Refusal ? Number(error.body.data["seconds"]) : 0;
      if (wait > 0) seconds.start(wait);
      return false;
    }
  }

  /** How many earlier reports were found; undefined if the code was not right. */
  async function signIn(): Promise<number | undefined> {
    try {
      await session.enter(() => enter.mutateAsync({ phone: plainDigits(phone.value), code: plainDigits(code.value) }));
    } catch {
      return undefined;
    }
    // What was reported before is a gift on top: signing in does not fail with it.
    const found = await claimReports({}).catch(() => ({ claimed: 0 }));
    await readAgain(client, [listIncidents, listFollowed]);
    return found.claimed;
  }

  return { phone, code, seconds: seconds.left, ask, enter, send, signIn, sms: computed(() => sms.data.value?.find((one) => one.text.startsWith("验证码"))?.text ?? "") };
}

function sentAgainAfter(answer: unknown): number {
  return typeof answer === "object" && answer !== null && "again_in_seconds" in answer ? Number(answer.again_in_seconds) : 60;
}

function useCountdown() {
  const left = ref(0);
  let timer: ReturnType<typeof setInterval> | undefined;
  const stop = () => clearInterval(timer);
  function start(from: number): void {
    stop();
    left.value = Math.ceil(from);
    timer = setInterval(() => (left.value -= 1) <= 0 && stop(), 1000);
  }
  onScopeDispose(stop);
  return { left, start };
}
