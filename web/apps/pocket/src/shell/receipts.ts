// The tracking codes of what was reported on this phone, so that nobody has to find the slip of paper again.
// They stay here and open the course without an account: whoever lends the phone can have them forgotten.

export interface KeptReceipt {
  code: string;
  no: string;
  /** When it was handed in, milliseconds since 1970. */
  at: number;
  /** How it begins, to tell one from another. */
  words: string;
}

const PLACE = "jingwei.receipts";
const MOST = 30;
const KEEP_MS = 180 * 24 * 3_600_000;

/** Newest first; empty where this browser keeps nothing. */
export function keptReceipts(now = Date.now()): KeptReceipt[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(PLACE) ?? "[]");
    return Array.isArray(found) ? (found as KeptReceipt[]).filter((one) => typeof one.code === "string" && now - one.at < KEEP_MS) : [];
  } catch {
    return [];
  }
}

/** False where it could not be kept: then the page says that the code must be noted. */
export function keepReceipt(one: KeptReceipt): boolean {
  return store([one, ...keptReceipts().filter((other) => other.code !== one.code)].slice(0, MOST));
}

export function forgetReceipt(code: string): void {
  store(keptReceipts().filter((one) => one.code !== code));
}

function store(all: readonly KeptReceipt[]): boolean {
  try {
    localStorage.setItem(PLACE, JSON.stringify(all));
    return true;
  } catch {
    return false;
  }
}
