import { describe, expect, it } from "vitest";
import { gapBefore, nextCell, planSent, planTyped, unitsOf, type Cell } from "./drawing.js";

const cell = (unit: string, floor: number, at: number, span = 1): Cell => ({
  unit, floor, at, span, room: `${floor}0${at}`, is_shop: false, house_id: null, use: "", tenure: "", people: null, is_due: false,
});
const cells = [cell("1", 2, 1), cell("1", 2, 2), cell("1", 1, 2), cell("2", 2, 1, 2), cell("2", 1, 1), cell("2", 1, 2)];

describe("a house plan", () => {
  it("stands with its units side by side and its floors from the top down", () => {
    const units = unitsOf(cells);
    expect(units.map((one) => [one.label, one.width, one.floors.map((floor) => floor.floor)])).toEqual([["1", 2, [2, 1]], ["2", 2, [2, 1]]]);
    expect(gapBefore(units[0]!.floors[1]!, 0)).toBe(1);
    expect(gapBefore(units[0]!.floors[0]!, 1)).toBe(0);
  });
  it("is walked by arrow keys, also from unit to unit and over missing rooms", () => {
    const units = unitsOf(cells);
    const first = units[0]!.floors[0]!.cells[0]!;
    expect(nextCell(units, first, "ArrowDown")?.room).toBe("102");
    expect(nextCell(units, first, "ArrowUp")).toBeUndefined();
    expect(nextCell(units, units[0]!.floors[0]!.cells[1]!, "ArrowRight")).toMatchObject({ unit: "2", span: 2 });
    expect(nextCell(units, units[1]!.floors[0]!.cells[0]!, "ArrowLeft")).toMatchObject({ unit: "1", room: "202" });
  });
  it("is typed as people write it and sent as the server takes it", () => {
    const typed = { units: [{ label: " 1 ", first: 1, last: 6, rooms: 2 }], uncounted: "4、13", shops: 2, missing: "1/101 1/102", merged: "1/501+1/502" };
    const sent = planSent(typed);
    expect(sent).toMatchObject({ uncounted: [4, 13], missing: ["1/101", "1/102"], merged: [["1/501", "1/502"]] });
    expect(planSent(planTyped(sent))).toEqual(sent);
  });
});
