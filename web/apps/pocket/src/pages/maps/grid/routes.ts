import type { RouteRecordRaw } from "vue-router";

export default [
  {
    path: "/map",
    name: "map",
    component: () => import("./GridMap.vue"),
    meta: {
      title: { zh: "地图", en: "Map" },
      roles: ["officer", "handler", "leader"],
      permission: "read_territory",
      tab: { label: { zh: "地图", en: "Map" }, icon: "map", order: 50 },
    },
  },
] satisfies RouteRecordRaw[];
