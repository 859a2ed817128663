// The live connection's place in the shell:
// `startLive` runs once before the first page, `ConnectionState` stands in the top bar, `LiveLayer` over everything.

import type { QueryClient } from "@tanstack/vue-query";
import type { Router } from "vue-router";

export { default as ConnectionState } from "./ConnectionState.vue";
export { default as LiveLayer } from "./LiveLayer.vue";

export interface LiveContext {
  router: Router;
  queryClient: QueryClient;
}

export function startLive(_context: LiveContext): void {}
