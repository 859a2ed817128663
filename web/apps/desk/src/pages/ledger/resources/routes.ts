import type { RouteRecordRaw } from "vue-router";

const routes: RouteRecordRaw[] = [
  {
    path: "/ledger/resources",
    name: "resources",
    component: () => import("./Resources.vue"),
    meta: { permission: "read_ledger", nav: { label: { zh: "资源", en: "Resources" }, icon: "building", order: 52 } },
  },
  {
    path: "/ledger/resource-kinds",
    name: "resource-kinds",
    component: () => import("./Kinds.vue"),
    meta: { permission: "manage_items", title: { zh: "资源类别", en: "Kinds of resources" } },
  },
  {
    path: "/ledger/resources/:id",
    name: "resource",
    component: () => import("./Resource.vue"),
    props: true,
    meta: { permission: "read_ledger", title: { zh: "资源", en: "Resource" } },
  },
];
export default routes;
