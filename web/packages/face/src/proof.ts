// Something sensitive asks who is here: one question over the page, and what was refused goes on by itself.

import { connect, proveAgain, readSecurity, type Schema } from "@jingwei/client";
import { defineStore } from "pinia";
import { ref, shallowRef } from "vue";
import { useSession } from "./session.js";

export type ProofWay = Schema<"ProofWay">;

/** After so long without a key or a tap, what a page fetches by itself is no use of the session. */
const UNATTENDED_MS = 5 * 60_000;

export const useProof = defineStore("proof", () => {
  const isAsking = ref(false);
  /** By what this person proves it; empty until the server has said so. */
  const way = ref<ProofWay | "">("");
  const error = shallowRef<unknown>();
  const isBusy = ref(false);
  let waiting: ((isProved: boolean) => void)[] = [];

  function answer(isProved: boolean): void {
    const all = waiting;
    waiting = [];
    isAsking.value = false;
    error.value = undefined;
    for (const one of all) one(isProved);
  }

  /** Everybody who was refused waits for the same answer. */
  function ask(): Promise<boolean> {
    const answered = new Promise<boolean>((resolve) => waiting.push(resolve));
    if (!isAsking.value) {
      isAsking.value = true;
      way.value = "";
      readSecurity().then(
        (said) => (way.value = said.proof_way),
        (reason: unknown) => (error.value = reason),
      );
    }
    return answered;
  }

  /** Send what was typed; a wrong one is said, and asked for again. */
  async function prove(given: string): Promise<void> {
    if (isBusy.value || !given) return;
    isBusy.value = true;
    error.value = undefined;
    try {
      await proveAgain(way.value === "code" ? { code: given } : { password: given });
      answer(true);
    } catch (reason) {
      error.value = reason;
    } finally {
      isBusy.value = false;
    }
  }

  /** Not now: what was refused stays refused, and says so. */
  function giveUp(): void {
    answer(false);
  }

  /** Who came without a password signs out and in again; the page is asked for afterwards. */
  async function signInAnew(): Promise<void> {
    giveUp();
    await useSession().signOut();
  }

  function listen(): void {
    let touchedAt = Date.now();
    for (const kind of ["pointerdown", "keydown", "wheel", "touchstart"]) {
      window.addEventListener(kind, () => (touchedAt = Date.now()), { passive: true, capture: true });
    }
    connect({ onProofNeeded: ask, isUnattended: () => Date.now() - touchedAt > UNATTENDED_MS });
  }

  return { isAsking, way, error, isBusy, prove, giveUp, signInAnew, listen };
});
