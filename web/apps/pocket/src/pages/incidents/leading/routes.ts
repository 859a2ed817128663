import type { RouteRecordRaw } from "vue-router";
import { useDecisions } from "./useDecisions.js";

export default [
  {
    path: "/lead",
    name: "leading",
    component: () => import("./Leading.vue"),
    meta: {
      title: { zh: "等我决定", en: "For my decision" },
      roles: ["leader"],
      permission: "read_incident",
      tab: { label: { zh: "决定", en: "Decide" }, icon: "flag", order: 10, useCount: useDecisions },
    },
  },
] satisfies RouteRecordRaw[];
