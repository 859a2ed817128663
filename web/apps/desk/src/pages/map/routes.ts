import type { RouteRecordRaw } from "vue-router";

const routes: RouteRecordRaw[] = [
  {
    path: "/map",
    name: "map",
    component: () => import("./Map.vue"),
    meta: { permission: "read_territory", isFull: true, nav: { label: { zh: "一张图", en: "Map" }, icon: "map", order: 40 } },
  },
];
export default routes;
