import type { RouteRecordRaw } from "vue-router";

const roles = ["officer"] as const;
const permission = "view_residents";

export default [
  {
    path: "/residents",
    name: "residents",
    component: () => import("./People.vue"),
    meta: { title: { zh: "居民", en: "Residents" }, roles, permission, tab: { label: { zh: "居民", en: "Residents" }, icon: "people", order: 30 } },
  },
  {
    path: "/residents/:id([0-9a-f-]{36})",
    name: "resident",
    component: () => import("./Person.vue"),
    props: true,
    meta: { title: { zh: "居民", en: "Resident" }, roles, permission, isStep: true },
  },
  {
    path: "/me/record",
    name: "my-record",
    component: () => import("./Mine.vue"),
    meta: { title: { zh: "我的登记", en: "My record" }, roles: ["resident"], needsSignIn: true },
  },
] satisfies RouteRecordRaw[];
