import { beforeEach, describe, expect, it, vi } from "vitest";
import { KeyRegistry } from "../src/index.js";

const WORDS = { zh: "下一件", en: "Next" };
let keys: KeyRegistry;
beforeEach(() => {
  keys = new KeyRegistry();
  document.body.innerHTML = '<input id="field"><button id="button"></button><div role="dialog"><button id="inside"></button></div>';
});

function press(key: string, on = "button", more: KeyboardEventInit = {}): boolean {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more });
  let did = false;
  const listen = (heard: KeyboardEvent) => (did = keys.press(heard));
  document.addEventListener("keydown", listen, { once: true });
  document.getElementById(on)?.dispatchEvent(event);
  return did;
}

describe("keys", () => {
  it("do what is bound to them", () => {
    const run = vi.fn();
    keys.register([{ key: "j", does: WORDS, run }]);
    expect(press("j")).toBe(true);
    expect(press("k")).toBe(false);
    expect(run).toHaveBeenCalledOnce();
  });

  it("rest while somebody types, and while a dialog is open", () => {
    const run = vi.fn();
    keys.register([{ key: "j", does: WORDS, run }]);
    expect(press("j", "field")).toBe(false);
    expect(press("j", "inside")).toBe(false);
    expect(run).not.toHaveBeenCalled();
  });

  it("work in fields where they say so", () => {
    const run = vi.fn();
    keys.register([{ key: "Ctrl+Enter", does: WORDS, inFields: true, run }]);
    expect(press("Enter", "field", { ctrlKey: true })).toBe(true);
    expect(press("Enter", "field")).toBe(false);
  });

  it("leave the input method alone", () => {
    const run = vi.fn();
    keys.register([{ key: "j", does: WORDS, inFields: true, run }]);
    expect(press("j", "field", { isComposing: true })).toBe(false);
  });

  it("belong to the newest page and come back when it leaves", () => {
    const [first, second] = [vi.fn(), vi.fn()];
    keys.register([{ key: "j", does: WORDS, run: first }]);
    const leave = keys.register([{ key: "j", does: WORDS, run: second }]);
    press("j");
    leave();
    press("j");
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 1]);
  });

  it("are listed once each, and changes are told", () => {
    const heard = vi.fn();
    keys.onChange(heard);
    keys.register([{ key: "j", does: WORDS, run: vi.fn() }]);
    const leave = keys.register([{ key: "j", does: { zh: "别的", en: "Else" }, run: vi.fn() }]);
    expect(keys.bindings().map((one) => one.does.en)).toEqual(["Else"]);
    leave();
    expect(keys.bindings().map((one) => one.does.en)).toEqual(["Next"]);
    expect(heard).toHaveBeenCalledTimes(3);
  });
});
