import { expect, it } from "vitest";
import { History } from "./history.js";

it("goes back, forth, and forgets what was undone when something new is done", () => {
  const history = new History("a");
  expect(history.canUndo).toBe(false);
  expect(history.undo()).toBe("a");
  history.put("b");
  history.put("c");
  expect([history.undo(), history.undo()]).toEqual(["b", "a"]);
  expect(history.redo()).toBe("b");
  history.put("d");
  expect(history.canRedo).toBe(false);
  expect(history.redo()).toBe("d");
  expect(history.undo()).toBe("b");
});

it("keeps so many steps and no more", () => {
  const history = new History(0, 2);
  for (const one of [1, 2, 3]) history.put(one);
  expect([history.undo(), history.undo(), history.undo()]).toEqual([2, 1, 1]);
});
