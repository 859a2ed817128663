// Live news in the shell: `startLive` runs once before the first page, `ConnectionState` stands in the top bar,
// `LiveLayer` over everything. For pages: `useDraft`, `usePresence` and `<PresenceNote>`, `useNews`.

export { default as ConnectionState } from "./ConnectionState.vue";
export { default as LiveLayer } from "./LiveLayer.vue";
export { default as PresenceNote } from "./PresenceNote.vue";
export { liveState, startLive, useNews, type LiveContext } from "./connection.js";
export { useLeaving } from "./leaving.js";
export { useDraft, type Draft } from "./useDraft.js";
export { usePresence, type Watcher } from "./usePresence.js";
