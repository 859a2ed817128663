// The desk's components for live news: `ConnectionState` stands in the top bar, `LiveLayer` over everything,
// `<PresenceNote>` on a page. What they draw from (`startLive`, `useDraft`, `usePresence`, `useNews`) is in @jingwei/face.

export { default as ConnectionState } from "./ConnectionState.vue";
export { default as LiveLayer } from "./LiveLayer.vue";
export { default as PresenceNote } from "./PresenceNote.vue";
export { useLeaving } from "./leaving.js";
