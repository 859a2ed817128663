import type { RouteRecordRaw } from "vue-router";

const routes: RouteRecordRaw[] = [
  {
    path: "/ledger/resources",
    name: "resources",
    component: () => import("./Resources.vue"),
    meta: { permission: "read_ledger", nav: { label: { zh: "资源", en: "Resources" }, icon: "building", order: 52 } },
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
