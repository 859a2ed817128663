// What jsdom lacks and components ask for; and a test that warns is a test that fails.

import { afterEach, beforeEach, expect } from "vitest";

class Watcher {
  observe() {}
  unobserve() {}
  disconnect() {}
}
globalThis.ResizeObserver ??= Watcher as unknown as typeof ResizeObserver;
globalThis.IntersectionObserver ??= Watcher as unknown as typeof IntersectionObserver;
globalThis.matchMedia ??= (query: string) =>
  ({ matches: false, media: query, addEventListener() {}, removeEventListener() {} }) as unknown as MediaQueryList;

if (typeof window !== "undefined") {
  window.scrollTo = () => undefined;
  Element.prototype.scrollIntoView ??= () => undefined;
}

let warnings: string[] = [];
const warn = console.warn;
beforeEach(() => {
  warnings = [];
  console.warn = (...words: unknown[]) => {
    warnings.push(words.map(String).join(" "));
  };
});
afterEach(() => {
  console.warn = warn;
  expect(warnings).toEqual([]);
});
