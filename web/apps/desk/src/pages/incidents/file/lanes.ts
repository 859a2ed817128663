// The drawing of a course cut into strips that fit the page, as the printed one is.

import type { Schema } from "@jingwei/client";

export type FileMark = Schema<"FileMarkOut">;
export const IN_A_STRIP = 10;

export interface Placed {
  mark: FileMark;
  column: number;
  /** The lane of the mark before, wherever that stands; none for the first. */
  from: number | undefined;
}

/** Strips of at most ten marks; a line comes in from the left where the strip above ended. */
export function stripsOf(marks: readonly FileMark[], most = IN_A_STRIP): Placed[][] {
  const strips: Placed[][] = [];
  marks.forEach((mark, at) => {
    if (at % most === 0) strips.push([]);
    strips.at(-1)?.push({ mark, column: at % most, from: marks[at - 1]?.lane });
  });
  return strips;
}
