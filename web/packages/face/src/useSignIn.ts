// Signing in by name, password and, where it is asked for, a code: what is missing, what was refused, how long to wait.

import { Refusal } from "@jingwei/client";
import { nextTick, onBeforeUnmount, reactive, ref, shallowRef } from "vue";

export type SignInField = "username" | "password" | "code";
const focus = (field: SignInField) => document.getElementById(`sign-in-${field}`)?.focus();

/** Fields carry the ids `sign-in-username`, `sign-in-password` and `sign-in-code`. `enter` throws what was refused. */
export function useSignIn(enter: (username: string, password: string, code: string) => Promise<void>, done: () => void, username = "") {
  const given = reactive({ username, password: "", code: "" });
  /** The password was right, and a code is asked for as well. */
  const asksCode = ref(false);
  const missing = ref<SignInField | "">("");
  const isBusy = ref(false);
  const error = shallowRef<unknown>();
  /** After too many attempts: how long nothing can be tried. */
  const seconds = ref(0);
  let timer: ReturnType<typeof setInterval> | undefined;
  onBeforeUnmount(() => clearInterval(timer));

  function countDown(from: number): void {
    clearInterval(timer);
    seconds.value = Math.max(1, Math.ceil(from));
    timer = setInterval(() => {
      seconds.value -= 1;
      if (seconds.value > 0) return;
      clearInterval(timer);
      error.value = undefined;
    }, 1000);
  }

  async function submit(): Promise<void> {
    missing.value = !given.username.trim() ? "username" : !given.password ? "password" : asksCode.value && !given.code.trim() ? "code" : "";
    if (missing.value) return focus(missing.value);
    if (isBusy.value || seconds.value > 0) return;
    isBusy.value = true;
    error.value = undefined;
    try {
      await enter(given.username.trim(), given.password, given.code.trim());
      Object.assign(given, { password: "", code: "" });
      done();
    } catch (reason) {
      const refusal = reason instanceof Refusal ? reason : undefined;
      // To be asked for the code is no fault: the field says it.
      error.value = refusal?.code === "access.second_factor_needed" ? undefined : reason;
      given.code = "";
      asksCode.value = refusal !== undefined && (refusal.next === "second_factor" || (asksCode.value && refusal.status === 429));
      if (asksCode.value) void nextTick(() => focus("code"));
      const wait = Number(refusal?.body.data["seconds"] ?? 0);
      if (wait > 0) countDown(wait);
    } finally {
      isBusy.value = false;
    }
  }
  return { given, asksCode, missing, isBusy, error, seconds, submit };
}
