import type { RouteRecordRaw } from "vue-router";

const routes: RouteRecordRaw[] = [
  {
    path: "/start",
    name: "start",
    component: () => import("./Start.vue"),
    meta: {
      title: { zh: "首页", en: "Home" },
      roles: ["resident"],
      tab: { label: { zh: "首页", en: "Home" }, icon: "home", order: 10 },
    },
  },
];
export default routes;
