import type { RouteRecordRaw } from "vue-router";

const permission = "read_ledger";
const routes: RouteRecordRaw[] = [
  {
    path: "/dwellings/buildings",
    name: "buildings",
    component: () => import("./Buildings.vue"),
    meta: { permission, nav: { label: { zh: "楼栋房屋", en: "Buildings" }, icon: "units", order: 47 }, title: { zh: "楼栋", en: "Buildings" } },
  },
  { path: "/dwellings/houses", name: "houses", component: () => import("./Houses.vue"), meta: { permission, title: { zh: "房屋", en: "Houses" } } },
  { path: "/dwellings/buildings/:id", name: "building", component: () => import("./Building.vue"), props: true, meta: { permission, title: { zh: "楼栋", en: "Building" } } },
  { path: "/dwellings/houses/:id", name: "house", component: () => import("./House.vue"), props: true, meta: { permission, title: { zh: "房屋", en: "House" } } },
];
export default routes;
