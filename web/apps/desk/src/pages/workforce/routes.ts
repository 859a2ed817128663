import type { RouteRecordRaw } from "vue-router";
import { useReferred } from "./useReferred.js";

const routes: RouteRecordRaw[] = [
  {
    path: "/workforce",
    name: "workforce",
    component: () => import("./Strength.vue"),
    meta: { permission: "read_workforce", nav: { label: { zh: "网格队伍", en: "Grid teams" }, icon: "people", order: 53 } },
  },
  {
    path: "/workforce/members",
    name: "workforce-members",
    component: () => import("./Members.vue"),
    meta: { permission: "read_workforce", title: { zh: "网格力量名单", en: "People who work in grids" } },
  },
  {
    path: "/workforce/people",
    name: "workforce-people",
    component: () => import("./People.vue"),
    meta: { permission: "read_workforce", title: { zh: "一格一队", en: "The people of a grid" } },
  },
  {
    path: "/workforce/teams",
    name: "workforce-teams",
    component: () => import("./Teams.vue"),
    meta: { permission: "read_workforce", title: { zh: "队伍", en: "Teams" } },
  },
  {
    path: "/workforce/standard",
    name: "workforce-standard",
    component: () => import("./Standard.vue"),
    meta: { permission: "read_items", title: { zh: "配备标准", en: "The standard" } },
  },
  {
    path: "/workforce/members/:id",
    name: "workforce-member",
    component: () => import("./Member.vue"),
    props: true,
    meta: { permission: "read_workforce", title: { zh: "人员档案", en: "File" } },
  },
  {
    path: "/referrals",
    name: "referrals",
    component: () => import("./Referrals.vue"),
    meta: { permission: "answer_referral", nav: { label: { zh: "转介", en: "Referrals" }, icon: "delegate", order: 36, useCount: useReferred } },
  },
];
export default routes;
