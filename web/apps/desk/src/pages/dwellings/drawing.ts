// How a house plan is drawn: units side by side, floors from the top down, rooms from left to right.

import type { Schema } from "@jingwei/client";

export type Cell = Schema<"PlanCellOut">;
export interface Floor {
  floor: number;
  cells: Cell[];
}
export interface Unit {
  label: string;
  floors: Floor[];
  /** How many rooms wide its widest floor is. */
  width: number;
}

const endOf = (floor: Floor): number => floor.cells.reduce((most, cell) => Math.max(most, cell.at + cell.span - 1), 0);

/** The server says where each house stands; cells come in the order in which they are drawn. */
export function unitsOf(cells: readonly Cell[]): Unit[] {
  const units = new Map<string, Map<number, Cell[]>>();
  for (const cell of cells) {
    const floors = units.get(cell.unit) ?? new Map<number, Cell[]>();
    floors.set(cell.floor, [...(floors.get(cell.floor) ?? []), cell]);
    units.set(cell.unit, floors);
  }
  return [...units].map(([label, byFloor]) => {
    const floors = [...byFloor].map(([floor, own]) => ({ floor, cells: own.sort((one, other) => one.at - other.at) })).sort((one, other) => other.floor - one.floor);
    return { label, floors, width: Math.max(...floors.map(endOf)) };
  });
}

/** Rooms that are missing leave a gap: how many columns stand empty before each cell. */
export function gapBefore(floor: Floor, index: number): number {
  const before = floor.cells[index - 1];
  const at = floor.cells[index]?.at ?? 1;
  return Math.max(0, at - (before ? before.at + before.span : 1));
}

/** The cell that an arrow key leads to: along the floor, or to the nearest room of the next floor of the same unit. */
export function nextCell(units: readonly Unit[], from: Cell, key: string): Cell | undefined {
  const unit = units.find((one) => one.label === from.unit);
  const row = unit?.floors.findIndex((one) => one.floor === from.floor) ?? -1;
  const floor = unit?.floors[row];
  if (!unit || !floor) return undefined;
  const index = floor.cells.indexOf(from);
  if (key === "ArrowLeft" || key === "ArrowRight") {
    const beside = floor.cells[index + (key === "ArrowRight" ? 1 : -1)];
    if (beside) return beside;
    const other = units[units.indexOf(unit) + (key === "ArrowRight" ? 1 : -1)];
    const same = other?.floors.find((one) => one.floor === from.floor) ?? other?.floors[0];
    return key === "ArrowRight" ? same?.cells[0] : same?.cells.at(-1);
  }
  const next = unit.floors[row + (key === "ArrowDown" ? 1 : -1)];
  return next?.cells.reduce<Cell | undefined>((best, cell) => (!best || Math.abs(cell.at - from.at) < Math.abs(best.at - from.at) ? cell : best), undefined);
}

/** "4、13" → [4, 13]; what is no number is left out. */
export const numbersIn = (words: string): number[] => (words.match(/-?\d+/g) ?? []).map(Number);

/** "1/101、2/502" → its pieces; a joined flat keeps its plus. */
export const piecesIn = (words: string): string[] => words.split(/[\s、，,;；]+/).filter(Boolean);

/** A unit of a plan: floors and rooms as they are typed. */
export interface PlanUnit {
  label: string;
  first: number;
  last: number;
  rooms: number;
}
export interface PlanTyped {
  units: PlanUnit[];
  uncounted: string;
  shops: number;
  missing: string;
  merged: string;
}

/** The plan as the server takes it. */
export function planSent(typed: PlanTyped) {
  return {
    units: typed.units.map((one) => ({ ...one, label: one.label.trim() })),
    uncounted: numbersIn(typed.uncounted),
    shops: typed.shops,
    missing: piecesIn(typed.missing),
    merged: piecesIn(typed.merged).map((group) => group.split(/[+＋]/).filter(Boolean)),
  };
}

/** A kept plan as it is typed. */
export function planTyped(plan: { units: readonly PlanUnit[]; uncounted: readonly number[]; shops: number; missing: readonly string[]; merged: readonly (readonly string[])[] }): PlanTyped {
  return {
    units: plan.units.map((one) => ({ ...one })),
    uncounted: plan.uncounted.join("、"),
    shops: plan.shops,
    missing: plan.missing.join("、"),
    merged: plan.merged.map((group) => group.join("+")).join("、"),
  };
}
