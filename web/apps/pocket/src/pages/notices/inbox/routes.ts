import type { RouteRecordRaw } from "vue-router";
import { useUnread } from "./useUnread.js";

/** Where a shell has four places already, its own page leads here. */
const routes: RouteRecordRaw[] = [
  {
    path: "/notices",
    name: "notices",
    component: () => import("./Notices.vue"),
    meta: {
      title: { zh: "通知", en: "Notices" },
      needsSignIn: true,
      permission: "read_notices",
      tab: { label: { zh: "通知", en: "Notices" }, icon: "bell", order: 80, useCount: useUnread },
    },
  },
];
export default routes;
