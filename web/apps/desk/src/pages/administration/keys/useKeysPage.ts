// System keys of one's area: made, renewed, taken back. A secret is shown once and kept nowhere.

import { createKey, listKeys, revokeKey, rotateKey, type Schema } from "@jingwei/client";
import { useOwnArea, useRead, useWrite } from "@jingwei/face";
import { computed, ref, watch } from "vue";

export type Key = Schema<"KeyOut">;
type Grant = Schema<"KeyIn">["grants"][number];
export type KeyState = "in_use" | "ends_soon" | "ended" | "revoked";
const DAY = 86_400_000;
const SOON_DAYS = 14;

/** Where a key stands. */
export function stateOf(key: Pick<Key, "revoked_at" | "expires_at">, now: Date): KeyState {
  if (key.revoked_at) return "revoked";
  const left = new Date(key.expires_at).getTime() - now.getTime();
  if (left <= 0) return "ended";
  return left <= SOON_DAYS * DAY ? "ends_soon" : "in_use";
}

/** What was typed as networks: one a line, or separated by commas. */
export function networksOf(typed: string): string[] {
  return typed.split(/[\s,，;；]+/).filter(Boolean);
}

export interface Issued {
  name: string;
  secret: string;
}

export function useKeysPage() {
  const area = useOwnArea();
  const found = useRead(listKeys);
  const issued = ref<Issued | null>(null);
  const isMaking = ref(false);
  const blank = () => ({ name: "", purpose: "", areaCode: area.code.value, unitId: "", grants: [] as Grant[], networks: "", rate: 60, days: 180 });
  const form = ref(blank());
  watch(area.code, (code) => (form.value.areaCode ||= code));
  const create = useWrite(createKey, { changes: [listKeys] });
  const rotate = useWrite(rotateKey, { changes: [listKeys] });
  const revoke = useWrite(revokeKey, { changes: [listKeys] });
  const isComplete = computed(() => form.value.name.trim().length > 1 && form.value.purpose.trim().length > 1 && form.value.grants.length > 0);

  async function make(): Promise<void> {
    const given = form.value;
    const made = await create
      .mutateAsync({
        name: given.name,
        purpose: given.purpose,
        area_code: given.areaCode || area.code.value,
        unit_id: given.unitId || null,
        grants: given.grants,
        networks: networksOf(given.networks),
        rate_per_minute: given.rate,
        expires_at: new Date(Date.now() + given.days * DAY).toISOString(),
      })
      .catch(() => undefined);
    if (!made) return;
    issued.value = { name: given.name.trim(), secret: made.secret };
    isMaking.value = false;
    form.value = blank();
  }

  async function renew(key: Key, hours: number): Promise<void> {
    const made = await rotate.mutateAsync({ key_id: key.key_id, overlap_hours: hours }).catch(() => undefined);
    if (made) issued.value = { name: key.name, secret: made.secret };
  }

  return { area, found, issued, isMaking, form, create, rotate, revoke, isComplete, make, renew };
}
