// How one's own account is guarded: the second factor, and where one is signed in. Each face draws it in its own way.

import {
  beginSecondFactor,
  confirmSecondFactor,
  endOtherSessions,
  listTokens,
  readSecurity,
  removeSecondFactor,
  renewRecoveryCodes,
  revokeToken,
  type Schema,
} from "@jingwei/client";
import { computed, ref, shallowRef } from "vue";
import { useRead, useWrite } from "./data.js";
import { useSession } from "./session.js";

export type TokenRow = Schema<"TokenOut">;
type Begun = Schema<"BegunFactorOut">;

export function useSecurity() {
  const session = useSession();
  const security = useRead(readSecurity);
  const tokens = useRead(listTokens);
  /** What the app is to scan; gone once its first code has come back. */
  const begun = shallowRef<Begun>();
  /** Shown this once, and nowhere kept. */
  const codes = ref<string[]>([]);

  const begin = useWrite(beginSecondFactor, { onSuccess: (answer) => (begun.value = answer) });
  const confirm = useWrite(confirmSecondFactor, { changes: [readSecurity, listTokens] });
  const renew = useWrite(renewRecoveryCodes, { changes: [readSecurity], onSuccess: (answer) => (codes.value = answer.codes) });
  const remove = useWrite(removeSecondFactor, { changes: [readSecurity] });
  const endOthers = useWrite(endOtherSessions, { changes: [listTokens] });
  const revoke = useWrite(revokeToken, { changes: [listTokens] });

  const isOn = computed(() => Boolean(security.data.value?.factor.confirmed_at));
  const sessions = computed(() => (tokens.data.value ?? []).filter((one) => one.kind === "session"));
  const error = computed(
    () => [begin, confirm, renew, remove, endOthers, revoke].map((one) => one.error.value).find(Boolean) ?? null,
  );

  /** The app's first code. A post that waited for it opens now. */
  async function take(code: string): Promise<void> {
    const answer = await confirm.mutateAsync({ code }).catch(() => undefined);
    if (!answer) return;
    codes.value = answer.codes;
    begun.value = undefined;
    if (session.me?.is_held_back) await session.load();
  }

  return { security, tokens, sessions, begun, codes, isOn, error, begin, confirm, renew, remove, endOthers, revoke, take };
}

/** A container, a provider or a device is named as people call it; what is not known is said as it is. */
export function partsOf(device: string): { app: string; system: string } {
  const [app, system] = device.split("/");
  return { app: app || "other", system: system || "other" };
}
