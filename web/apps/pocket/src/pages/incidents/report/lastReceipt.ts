// The receipt of what was just handed in, for its page: through a reload of this window, and no longer.

import type { Receipt } from "./useReport.js";

export type ShownReceipt = Receipt & { isEarlier: boolean; left: number };

const PLACE = "jingwei.receipt";
let last: ShownReceipt | undefined;

export function showReceipt(receipt: ShownReceipt): void {
  last = receipt;
  try {
    sessionStorage.setItem(PLACE, JSON.stringify(receipt));
  } catch {
    // Then it is shown until the page is left.
  }
}

export function lastReceipt(): ShownReceipt | undefined {
  if (last) return last;
  try {
    const kept = sessionStorage.getItem(PLACE);
    return kept ? (JSON.parse(kept) as ShownReceipt) : undefined;
  } catch {
    return undefined;
  }
}
