// What is left of a meeting for one's own unit.

import type { Schema } from "@jingwei/client";

export type Meeting = Schema<"MeetingOut">;
export type Decision = Schema<"DecisionOut">;

/** The server says which decisions the reader may report as done. */
export const toDo = (one: Meeting) => one.decisions.filter((row) => row.may_finish).length;
