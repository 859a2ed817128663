import type { RouteRecordRaw } from "vue-router";

export default [
  {
    path: "/supervision",
    name: "supervision",
    component: () => import("./Cards.vue"),
    meta: {
      title: { zh: "督办", en: "Supervision" },
      roles: ["handler", "leader"],
      permission: "read_supervision",
      tab: { label: { zh: "督办", en: "Supervision" }, icon: "flag", order: 63 },
    },
  },
] satisfies RouteRecordRaw[];
