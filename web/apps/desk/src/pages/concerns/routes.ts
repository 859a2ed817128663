import type { RouteRecordRaw } from "vue-router";

const routes: RouteRecordRaw[] = [
  {
    path: "/concerns",
    name: "concerns",
    component: () => import("./Concerns.vue"),
    meta: { permission: "read_concerns", nav: { label: { zh: "民情", en: "Concerns" }, icon: "chat", order: 37 } },
  },
  {
    path: "/concerns/counts",
    name: "concern-counts",
    component: () => import("./Counts.vue"),
    meta: { permission: "read_concerns", title: { zh: "民情统计", en: "Concerns counted" } },
  },
  {
    path: "/concerns/topics",
    name: "concern-topics",
    component: () => import("./Topics.vue"),
    meta: { permission: "read_concerns", title: { zh: "民情主题", en: "Topics of concerns" } },
  },
  {
    path: "/concerns/:id([0-9a-f-]{36})",
    name: "concern",
    component: () => import("./Concern.vue"),
    props: true,
    meta: { permission: "read_concerns", title: { zh: "民情", en: "Concern" } },
  },
];
export default routes;
