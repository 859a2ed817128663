// The field's words, states, times and keys, without any screen.

export * from "./labels.js";
export * from "./states.js";
export * from "./times.js";
export * from "./keys.js";
export * from "./live.js";
export * from "./drafts.js";
