import { describe, expect, it } from "vitest";
import { addressOf, bounded, countFilters, EMPTY, orderOf, queryOf, readAddress, sought, toArguments, writeAddress } from "./address.js";

const FULL = {
  tray: "overdue",
  state: ["10", "20"],
  area: "430902001~大码头街道",
  item: "010101~暴露垃圾",
  channel: "resident",
  unit: "u-1~城管局~二队",
  urgent: "1",
  since: "2026-11-01",
  until: "2026-11-30",
  q: "井盖",
  slipping: "1",
  shape: "c112.35,28.57,500",
  order: "newest",
  cols: "state,title,area",
};

describe("an address", () => {
  it("is read and written without loss", () => {
    const address = readAddress(FULL);
    expect(address.unit).toEqual({ code: "u-1", name: "城管局~二队" });
    expect(writeAddress(address)).toEqual(FULL);
    expect(addressOf(queryOf(address))).toEqual({ ...FULL });
  });

  it("leaves out what makes no sense", () => {
    const address = readAddress({ state: ["x", "-1", "10"], order: "sideways", since: "yesterday", urgent: "yes", area: "~name", shape: "<b>" });
    expect(address).toEqual({ ...EMPTY, states: [10] });
  });

  it("asks the server for whole days of the city", () => {
    const given = toArguments(readAddress(FULL));
    expect(given).toMatchObject({
      bucket: "overdue",
      state: [10, 20],
      area_code: "430902001",
      item: "010101",
      unit_id: "u-1",
      is_urgent: true,
      since: "2026-11-01T00:00:00+08:00",
      until: "2026-12-01T00:00:00+08:00",
      words: "井盖",
      is_slipping: true,
      shape: "c112.35,28.57,500",
      order: "newest",
    });
    expect(given).not.toHaveProperty("is_open");
  });

  it("works trays off by deadline and reads the rest from the newest", () => {
    expect(orderOf(EMPTY)).toBe("newest");
    expect(orderOf({ ...EMPTY, tray: "to_accept" })).toBe("due");
    expect(orderOf({ ...EMPTY, tray: "to_accept", order: "newest" })).toBe("newest");
  });

  it("counts what narrows it, not its tray nor how it is shown", () => {
    expect(countFilters(readAddress({ tray: "overdue", order: "due", cols: "title" }))).toBe(0);
    expect(countFilters(readAddress({ urgent: "1", q: "灯", state: ["10", "20"] }))).toBe(3);
  });
});

describe("searching", () => {
  it("takes a long number for a receipt number and the rest for words", () => {
    expect(sought(EMPTY, " 2026111600000133 ")).toMatchObject({ receiptNo: "2026111600000133", words: null, isOpen: false });
    expect(sought(EMPTY, "12345")).toMatchObject({ receiptNo: null, words: "12345" });
    expect(sought({ ...EMPTY, words: "灯" }, "  ")).toMatchObject({ receiptNo: null, words: null });
  });

  it("keeps to open ones unless something else bounds it", () => {
    expect(sought(EMPTY, "井盖").isOpen).toBe(true);
    expect(sought({ ...EMPTY, since: "2026-11-01" }, "井盖").isOpen).toBe(false);
    expect(sought({ ...EMPTY, tray: "overdue" }, "井盖").isOpen).toBe(false);
    expect(bounded({ ...EMPTY, unit: { code: "u", name: "u" }, states: [10] }).isOpen).toBe(false);
    expect(bounded({ ...EMPTY, unit: { code: "u", name: "u" }, states: [10, 70] }).isOpen).toBe(true);
  });
});
