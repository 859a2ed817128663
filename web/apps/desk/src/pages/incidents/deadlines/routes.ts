import type { RouteRecordRaw } from "vue-router";

const routes: RouteRecordRaw[] = [
  {
    path: "/deadlines",
    name: "deadlines",
    component: () => import("./Deadlines.vue"),
    meta: {
      permission: "read_incident",
      nav: { label: { zh: "时限看板", en: "Deadlines" }, icon: "timer", order: 20 },
    },
  },
];
export default routes;
