import type { RouteRecordRaw } from "vue-router";
import { useTurn } from "./useTurn.js";

const routes: RouteRecordRaw[] = [
  {
    path: "/supervision/warnings",
    name: "warnings",
    component: () => import("./Warnings.vue"),
    meta: { permission: "read_supervision", nav: { label: { zh: "督办", en: "Supervision" }, icon: "flag", order: 33, useCount: useTurn } },
  },
  {
    path: "/supervision/cards",
    name: "supervision-cards",
    component: () => import("./Cards.vue"),
    meta: { permission: "read_supervision", title: { zh: "督办单", en: "Cards" } },
  },
  {
    path: "/supervision/cases",
    name: "supervision-cases",
    component: () => import("./Cases.vue"),
    meta: { permission: "read_supervision", title: { zh: "综治督导", en: "Supervised areas" } },
  },
  {
    path: "/supervision/discipline",
    name: "discipline",
    component: () => import("./Discipline.vue"),
    meta: { permission: "read_discipline", title: { zh: "纪检视角", en: "Discipline view" } },
  },
  {
    path: "/supervision/policy",
    name: "supervision-policy",
    component: () => import("./Policy.vue"),
    meta: { permission: "manage_calendar", nav: { label: { zh: "督办规则", en: "Supervision rules" }, icon: "flag", order: 74, group: "manage" } },
  },
];
export default routes;
