import type { RouteRecordRaw } from "vue-router";

export default [
  {
    path: "/people",
    name: "grid-people",
    component: () => import("./People.vue"),
    meta: {
      title: { zh: "一格一队", en: "My grid’s people" },
      roles: ["officer"],
      permission: "read_workforce",
      tab: { label: { zh: "队伍", en: "People" }, icon: "people", order: 68 },
    },
  },
  {
    path: "/referrals",
    name: "referrals",
    component: () => import("./Referrals.vue"),
    meta: {
      title: { zh: "转介", en: "Referrals" },
      roles: ["officer", "handler", "leader"],
      permission: "answer_referral",
      tab: { label: { zh: "转介", en: "Referrals" }, icon: "delegate", order: 69 },
    },
  },
] satisfies RouteRecordRaw[];
