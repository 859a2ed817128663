import type { RouteRecordRaw } from "vue-router";

const routes: RouteRecordRaw[] = [
  {
    path: "/ledger/components",
    name: "components",
    component: () => import("./Components.vue"),
    meta: { permission: "read_ledger", nav: { label: { zh: "部件", en: "Components" }, icon: "grid", order: 50 } },
  },
  {
    path: "/ledger/components/:id",
    name: "component",
    component: () => import("./Component.vue"),
    props: true,
    meta: { permission: "read_ledger", title: { zh: "部件", en: "Component" } },
  },
];
export default routes;
