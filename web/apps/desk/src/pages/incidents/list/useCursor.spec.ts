import { nextTick, ref } from "vue";
import { describe, expect, it } from "vitest";
import { MOST_MARKED, useCursor } from "./useCursor.js";

const list = (...ids: string[]) => ref<readonly string[]>(ids);

describe("standing in a list", () => {
  it("goes down and up and stops at the ends", () => {
    const cursor = useCursor(list("a", "b", "c"));
    expect(cursor.move(1)).toBe(true);
    expect(cursor.currentId.value).toBe("a");
    cursor.move(1);
    cursor.move(1);
    expect(cursor.move(1)).toBe(false);
    expect(cursor.currentId.value).toBe("c");
    cursor.move(-1);
    expect(cursor.currentId.value).toBe("b");
  });

  it("stands on the next row when the present one is done, and on the one before at the end", async () => {
    const ids = list("a", "b", "c");
    const cursor = useCursor(ids, "b");
    ids.value = ["a", "c"];
    await nextTick();
    expect(cursor.currentId.value).toBe("c");
    ids.value = ["a"];
    await nextTick();
    expect(cursor.currentId.value).toBe("a");
    ids.value = [];
    await nextTick();
    expect(cursor.currentId.value).toBeNull();
  });

  it("skips rows that went together", async () => {
    const ids = list("a", "b", "c", "d");
    const cursor = useCursor(ids, "b");
    ids.value = ["a", "d"];
    await nextTick();
    expect(cursor.currentId.value).toBe("d");
  });

  it("keeps a matter that an address names though it is not in the list", async () => {
    const ids = list("a");
    const cursor = useCursor(ids, "elsewhere");
    ids.value = ["a", "b"];
    await nextTick();
    expect(cursor.currentId.value).toBe("elsewhere");
    cursor.move(1);
    expect(cursor.currentId.value).toBe("a");
  });
});

describe("marking rows", () => {
  it("marks one, a range from there, and takes marks away", () => {
    const cursor = useCursor(list("a", "b", "c", "d"));
    cursor.toggle("b");
    cursor.toggle("d", { isRange: true });
    expect([...cursor.selected.value]).toEqual(["b", "c", "d"]);
    cursor.toggle("c");
    expect([...cursor.selected.value]).toEqual(["b", "d"]);
    cursor.clear();
    expect(cursor.selected.value.size).toBe(0);
  });

  it("ranges from the last mark, wherever one went since", () => {
    const cursor = useCursor(list("a", "b", "c", "d"));
    cursor.goTo("a");
    cursor.toggle("a");
    cursor.move(1);
    cursor.move(1);
    cursor.toggle("c", { isRange: true });
    expect([...cursor.selected.value]).toEqual(["a", "b", "c"]);
  });

  it("ranges from where one stands, upwards too", () => {
    const cursor = useCursor(list("a", "b", "c"));
    cursor.goTo("c");
    cursor.toggle("a", { isRange: true });
    expect([...cursor.selected.value]).toEqual(["a", "b", "c"]);
  });

  it("marks no more than can be done at once", () => {
    const cursor = useCursor(list(...Array.from({ length: 60 }, (_, number) => `row${number}`)));
    cursor.selectAll(true);
    expect([cursor.selected.value.size, [...cursor.selected.value].at(-1)]).toEqual([MOST_MARKED, `row${MOST_MARKED - 1}`]);
    cursor.toggle("row55");
    expect(cursor.selected.value.has("row55")).toBe(false);
  });

  it("forgets marks of rows that are gone", async () => {
    const ids = list("a", "b");
    const cursor = useCursor(ids);
    cursor.selectAll(true);
    ids.value = ["b", "c"];
    await nextTick();
    expect([...cursor.selected.value]).toEqual(["b"]);
  });
});
