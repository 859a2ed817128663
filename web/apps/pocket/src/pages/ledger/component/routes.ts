import type { RouteRecordRaw } from "vue-router";

export default [
  {
    path: "/components",
    name: "components",
    component: () => import("./Components.vue"),
    meta: {
      title: { zh: "部件", en: "Components" },
      roles: ["officer", "handler", "leader"],
      permission: "read_ledger",
      tab: { label: { zh: "部件", en: "Components" }, icon: "grid", order: 62 },
    },
  },
  {
    path: "/components/:componentCode",
    name: "component",
    component: () => import("./Component.vue"),
    props: true,
    meta: { title: { zh: "部件", en: "Component" } },
  },
] satisfies RouteRecordRaw[];
