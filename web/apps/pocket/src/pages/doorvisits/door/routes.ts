import type { RouteRecordRaw } from "vue-router";

export default [
  {
    path: "/homes/houses/:id/visit",
    name: "home-visit",
    component: () => import("./Visit.vue"),
    props: true,
    meta: { title: { zh: "入户走访", en: "Door visit" }, permission: "keep_dwellings" },
  },
  {
    path: "/visits",
    name: "visits",
    component: () => import("./Visits.vue"),
    meta: { title: { zh: "我的走访", en: "My visits" }, permission: "keep_dwellings" },
  },
] satisfies RouteRecordRaw[];
