import type { RouteRecordRaw } from "vue-router";

const routes: RouteRecordRaw[] = [
  {
    path: "/hand-over",
    name: "hand-over",
    component: () => import("./HandOverPage.vue"),
    meta: {
      nav: { label: { zh: "工作移交", en: "Hand over work" }, icon: "delegate", order: 60 },
      permission: "hand_over_work",
    },
  },
];
export default routes;
