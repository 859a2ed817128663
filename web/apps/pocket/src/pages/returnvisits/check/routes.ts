import type { RouteRecordRaw } from "vue-router";

export default [
  {
    path: "/spot-checks",
    name: "spot-checks",
    component: () => import("./Checks.vue"),
    meta: {
      title: { zh: "抽查核实", en: "Spot checks" },
      roles: ["officer"],
      permission: "verify_incident",
      tab: { label: { zh: "抽查", en: "Checks" }, icon: "flag", order: 66 },
    },
  },
] satisfies RouteRecordRaw[];
