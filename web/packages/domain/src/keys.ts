// Which key does what: one registry, so that `?` can list them and two places never fight over one key.

import type { Words } from "./labels.js";

export interface KeyBinding {
  /** As `KeyboardEvent.key` says it: "j", "?", "Enter", "ArrowDown"; with "Ctrl+" or "Alt+" before it where needed. */
  key: string;
  does: Words;
  /** Heading in the overlay. */
  group?: Words;
  /** Also while the person types into a field (Escape, Ctrl+Enter). */
  inFields?: boolean;
  run: (event: KeyboardEvent) => void;
}

export const GENERAL: Words = { zh: "通用", en: "Anywhere" };

/** The newest binding of a key wins; leaving a page gives the key back. */
export class KeyRegistry {
  #layers: (readonly KeyBinding[])[] = [];
  #listeners = new Set<() => void>();

  /** Returns the function that takes them away again. */
  register(bindings: readonly KeyBinding[]): () => void {
    this.#layers.push(bindings);
    this.#tell();
    return () => {
      this.#layers = this.#layers.filter((layer) => layer !== bindings);
      this.#tell();
    };
  }

  /** What is bound now, each key once. */
  bindings(): KeyBinding[] {
    const seen = new Map<string, KeyBinding>();
    for (const layer of this.#layers) for (const one of layer) seen.set(one.key, one);
    return [...seen.values()];
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Do what the key does; says whether it did anything. */
  press(event: KeyboardEvent): boolean {
    // A key that composes a character (Pinyin) belongs to the input method.
    if (event.isComposing || event.key === "Process" || event.defaultPrevented) return false;
    const binding = this.#find(written(event));
    if (!binding || (isTyping(event.target) && !binding.inFields)) return false;
    event.preventDefault();
    binding.run(event);
    return true;
  }

  #find(key: string): KeyBinding | undefined {
    for (let at = this.#layers.length - 1; at >= 0; at -= 1) {
      const found = this.#layers[at]?.find((one) => one.key === key);
      if (found) return found;
    }
    return undefined;
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

export const keyRegistry = new KeyRegistry();

function written(event: KeyboardEvent): string {
  const held = [event.ctrlKey || event.metaKey ? "Ctrl+" : "", event.altKey ? "Alt+" : ""].join("");
  return held + (event.key.length === 1 ? event.key.toLowerCase() : event.key);
}

/** Whether the keys go into a field, or into an open menu or dialog of its own. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return target.closest("input, textarea, select, [contenteditable=true], [role=dialog], [role=listbox], [role=menu]") !== null;
}
