import type { RouteRecordRaw } from "vue-router";
import { useHeldCount } from "./useHeldCount.js";

const routes: RouteRecordRaw[] = [
  {
    path: "/held",
    name: "held",
    component: () => import("./Held.vue"),
    meta: {
      permission: "review_held",
      nav: { label: { zh: "待复核", en: "For review" }, icon: "view", order: 15, useCount: useHeldCount },
    },
  },
  {
    path: "/marks",
    name: "marks",
    component: () => import("./Marks.vue"),
    meta: {
      permission: "mark_source",
      nav: { label: { zh: "来源标记", en: "Marked sources" }, icon: "flag", order: 120, group: "manage" },
    },
  },
];
export default routes;
