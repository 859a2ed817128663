// The field's words, states, times and keys, without any screen.

export * from "./labels.js";
export * from "./states.js";
export * from "./colours.js";
export * from "./organisations.js";
export * from "./beside/cards.js";
export * from "./beside/joint.js";
export * from "./beside/visits.js";
export * from "./times.js";
export * from "./keys.js";
export * from "./live.js";
export * from "./measures.js";
export * from "./drafts.js";
