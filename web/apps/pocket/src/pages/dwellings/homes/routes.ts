import type { RouteRecordRaw } from "vue-router";

export default [
  {
    path: "/homes",
    name: "homes",
    component: () => import("./Homes.vue"),
    meta: {
      title: { zh: "楼栋房屋", en: "Homes" },
      roles: ["officer", "leader"],
      permission: "read_ledger",
      tab: { label: { zh: "房屋", en: "Homes" }, icon: "units", order: 29 },
    },
  },
  {
    path: "/homes/buildings/:id",
    name: "home-building",
    component: () => import("./Building.vue"),
    props: true,
    meta: { title: { zh: "楼盘图", en: "House plan" }, permission: "read_ledger" },
  },
  {
    path: "/homes/houses/:id",
    name: "home-house",
    component: () => import("./House.vue"),
    props: true,
    meta: { title: { zh: "房屋", en: "House" }, permission: "read_ledger" },
  },
] satisfies RouteRecordRaw[];
