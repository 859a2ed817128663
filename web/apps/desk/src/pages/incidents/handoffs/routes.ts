import type { RouteRecordRaw } from "vue-router";

const routes: RouteRecordRaw[] = [
  {
    path: "/handoffs",
    name: "handoffs",
    component: () => import("./Handoffs.vue"),
    meta: {
      permission: "watch_incident",
      nav: { label: { zh: "异议与裁决", en: "Objections" }, icon: "compare", order: 45 },
    },
  },
  {
    path: "/handoff-rules",
    name: "handoff-rules",
    component: () => import("./HandoffRules.vue"),
    meta: {
      permission: "manage_items",
      nav: { label: { zh: "交接规则", en: "Rules of handing on" }, icon: "compare", order: 35, group: "manage" },
    },
  },
];
export default routes;
