import type { RouteRecordRaw } from "vue-router";

const routes: RouteRecordRaw[] = [
  {
    path: "/calendar",
    name: "calendar",
    component: () => import("./Calendar.vue"),
    meta: { nav: { label: { zh: "工作日历", en: "Calendar" }, icon: "calendar", order: 120, group: "manage" }, permission: "read_items" },
  },
  {
    path: "/calendar/limits",
    name: "clock-policy",
    component: () => import("./Policy.vue"),
    meta: { title: { zh: "时限与预警", en: "Limits and warnings" }, permission: "read_items" },
  },
];
export default routes;
