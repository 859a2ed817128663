import type { RouteRecordRaw } from "vue-router";

const routes: RouteRecordRaw[] = [
  {
    path: "/duties",
    name: "duties",
    component: () => import("./Lines.vue"),
    meta: { nav: { label: { zh: "权责清单", en: "Duties" }, icon: "guide", order: 112, group: "manage" }, permission: "read_items" },
  },
  {
    path: "/duties/versions",
    name: "duty-versions",
    component: () => import("./Versions.vue"),
    meta: { title: { zh: "权责清单的版本", en: "Versions of the duty matrix" }, permission: "propose_duty" },
  },
  {
    path: "/duties/check",
    name: "duty-check",
    component: () => import("./Check.vue"),
    meta: { title: { zh: "核对权责清单", en: "Check the duty matrix" }, permission: "propose_duty" },
  },
  {
    path: "/duties/try",
    name: "duty-try",
    component: () => import("./Try.vue"),
    meta: { title: { zh: "试算权责清单", en: "Try the duty matrix" }, permission: "propose_duty" },
  },
];
export default routes;
