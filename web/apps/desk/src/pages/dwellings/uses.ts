// How uses are told apart, on the map and in both lists.

export const USES = ["home", "trade", "public", "industry", "other"] as const;
