// What residents' codes are called on the phone.

const LIVINGS: Record<number, "home" | "incoming" | "away"> = { 1: "home", 2: "incoming", 3: "away" };
export const livingOf = (value: number) => LIVINGS[value] ?? "home";
export const PURPOSES = ["visit_resident", "keep_record", "serve_resident"] as const;
