// The number of a call: made here, carried by the server through everything the call sets off, and read out over the
// telephone when something went wrong. It says nothing about anybody. The server's side: jingwei/kernel/trace.py.

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"; // no i, l, o, u: they are misread
const LENGTH = 12;

export const NUMBER_HEADER = "X-Request-Id";

/** Sixty random bits, with at least one letter: digits alone could be taken for somebody's number. */
export function newNumber(): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(LENGTH));
  const number = Array.from(bytes, (one) => ALPHABET[one % ALPHABET.length]).join("");
  return /[a-z]/.test(number) ? number : newNumber();
}
