import type { RouteRecordRaw } from "vue-router";

const roles = ["handler", "leader"] as const;

export default [
  {
    path: "/enforcements",
    name: "enforcements",
    component: () => import("./Enforcements.vue"),
    meta: {
      title: { zh: "联合执法", en: "Joint enforcement" },
      roles,
      permission: "read_joint",
      tab: { label: { zh: "执法", en: "Enforcement" }, icon: "people", order: 66 },
    },
  },
  {
    path: "/enforcements/:id",
    name: "enforcement",
    component: () => import("./Enforcement.vue"),
    props: true,
    meta: { title: { zh: "联合执法", en: "Joint enforcement" }, roles, permission: "read_joint", isStep: true },
  },
] satisfies RouteRecordRaw[];
