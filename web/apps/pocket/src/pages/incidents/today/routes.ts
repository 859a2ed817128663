import type { RouteRecordRaw } from "vue-router";
import { useTodayCount } from "./useTodayCount.js";

export default [
  {
    path: "/today",
    name: "today",
    component: () => import("./Today.vue"),
    meta: {
      title: { zh: "今天", en: "Today" },
      roles: ["officer", "handler", "leader"],
      permission: "read_incident",
      tab: { label: { zh: "今天", en: "Today" }, icon: "list", order: 15, useCount: useTodayCount },
    },
  },
] satisfies RouteRecordRaw[];
