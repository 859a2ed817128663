// What the pages of meetings choose from.

import type { Schema } from "@jingwei/client";

export type Meeting = Schema<"MeetingOut">;
export type Decision = Schema<"DecisionOut">;
export type DecisionKind = Schema<"DecisionKind">;

export const LIMITS = ["4h", "1d", "3d", "5d", "10d", "15d", "30D"] as const;
export const KINDS: readonly DecisionKind[] = ["plain", "assist", "incident"];
