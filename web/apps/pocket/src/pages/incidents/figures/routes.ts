import type { RouteRecordRaw } from "vue-router";

const roles = ["officer", "handler", "leader"] as const;

export default [
  {
    path: "/figures",
    name: "figures",
    component: () => import("./Figures.vue"),
    meta: {
      title: { zh: "我的数", en: "My figures" },
      roles,
      permission: "read_incident",
      tab: { label: { zh: "我的数", en: "Figures" }, icon: "dashboard", order: 60 },
    },
  },
  {
    path: "/figures/:figure",
    name: "figure",
    component: () => import("./FigureRows.vue"),
    props: true,
    meta: { title: { zh: "我的数", en: "My figures" }, roles, permission: "read_incident" },
  },
] satisfies RouteRecordRaw[];
