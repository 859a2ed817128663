// The kinds of resources, as the city keeps them.

const KEY = /^[a-z][a-z0-9_]{1,39}$/;

/** What is wrong with the key of a new kind; an existing one would be written over. */
export function keyFault(key: string, taken: readonly string[]): "key" | "taken" | undefined {
  if (!KEY.test(key)) return "key";
  return taken.includes(key) ? "taken" : undefined;
}

/** Those in use first, as they are chosen; then the others. */
export function inOrder<K extends { is_active: boolean; name_zh: string }>(kinds: readonly K[]): K[] {
  return [...kinds].sort((one, other) => Number(other.is_active) - Number(one.is_active) || one.name_zh.localeCompare(other.name_zh, "zh-CN"));
}
