import type { RouteRecordRaw } from "vue-router";

const roles = ["officer"] as const;
const permission = "keep_dwellings";

export default [
  {
    path: "/rounds",
    name: "rounds",
    component: () => import("./Rounds.vue"),
    meta: {
      title: { zh: "上门核实", en: "Rounds" },
      roles,
      permission,
      tab: { label: { zh: "核实", en: "Rounds" }, icon: "check", order: 28 },
    },
  },
  {
    path: "/rounds/:id([0-9a-f-]{36})",
    name: "round",
    component: () => import("./Round.vue"),
    props: true,
    meta: { title: { zh: "逐户核实", en: "Door by door" }, roles, permission, isStep: true },
  },
] satisfies RouteRecordRaw[];
