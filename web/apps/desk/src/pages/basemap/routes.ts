import type { RouteRecordRaw } from "vue-router";

const routes: RouteRecordRaw[] = [
  {
    path: "/base-map",
    name: "base-map",
    component: () => import("./BaseMap.vue"),
    meta: { nav: { label: { zh: "底图", en: "Base map" }, icon: "picture", order: 170, group: "manage" }, title: { zh: "底图", en: "Base map" }, permission: "manage_territory" },
  },
];
export default routes;
