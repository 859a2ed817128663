// What residents' codes are called, and which colours they have.

import type { Schema } from "@jingwei/client";

export type Row = Schema<"ResidentRowOut">;
export type Living = "home" | "incoming" | "away";
const LIVINGS: Record<number, Living> = { 1: "home", 2: "incoming", 3: "away" };
export const LIVING_VALUES = [1, 2, 3] as const;
export const BANDS = ["0-5", "6-17", "18-59", "60-79", "80+"] as const;
export const ENDS = ["left", "died", "mistaken"] as const;
export const PURPOSES = ["keep_record", "visit_resident", "serve_resident"] as const;

export const livingOf = (value: number): Living => LIVINGS[value] ?? "home";

/** Why a residence ended, as far as this page knows the word. */
export const WHYS = ["moved", "merged", ...ENDS] as const;
export const isWhy = (why: string): why is (typeof WHYS)[number] => (WHYS as readonly string[]).includes(why);
