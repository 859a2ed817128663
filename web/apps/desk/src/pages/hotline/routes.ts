import type { RouteRecordRaw } from "vue-router";
import { useCallBackCount, useRinging } from "./useRinging.js";

const routes: RouteRecordRaw[] = [
  {
    path: "/intake",
    name: "intake",
    component: () => import("./Intake.vue"),
    meta: {
      permission: "take_call",
      nav: { label: { zh: "接听登记", en: "Take a report" }, icon: "phone", order: 30, useCount: useRinging },
    },
  },
  {
    path: "/call-backs",
    name: "call-backs",
    component: () => import("./CallBacks.vue"),
    meta: {
      permission: "take_call",
      nav: { label: { zh: "回电", en: "Call-backs" }, icon: "timer", order: 31, useCount: useCallBackCount },
    },
  },
  {
    path: "/calls",
    name: "calls",
    component: () => import("./Calls.vue"),
    meta: { title: { zh: "通话记录", en: "Calls" }, permission: "take_call" },
  },
  {
    path: "/emergency-notes",
    name: "emergency-notes",
    component: () => import("./HandOvers.vue"),
    meta: { title: { zh: "紧急转告", en: "Handed over" }, permission: "take_call" },
  },
  {
    path: "/seats",
    name: "seats",
    component: () => import("./Seats.vue"),
    meta: {
      permission: "manage_posts",
      nav: { label: { zh: "热线坐席", en: "Hotline seats" }, icon: "phoneFilled", order: 160, group: "manage" },
    },
  },
];
export default routes;
