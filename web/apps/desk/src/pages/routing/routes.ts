import type { RouteRecordRaw } from "vue-router";

const routes: RouteRecordRaw[] = [
  {
    path: "/items",
    name: "items",
    component: () => import("./Items.vue"),
    meta: { nav: { label: { zh: "事项清单", en: "Items" }, icon: "items", order: 110, group: "manage" }, permission: "read_items" },
  },
  {
    path: "/items/versions",
    name: "item-versions",
    component: () => import("./Versions.vue"),
    meta: { title: { zh: "清单版本", en: "Versions of the list" }, permission: "manage_items" },
  },
  {
    path: "/items/compare",
    name: "item-compare",
    component: () => import("./Compare.vue"),
    meta: { title: { zh: "比较两版清单", en: "Compare two versions" }, permission: "manage_items" },
  },
];
export default routes;
