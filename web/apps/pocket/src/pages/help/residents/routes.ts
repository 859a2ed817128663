import type { RouteRecordRaw } from "vue-router";

const routes: RouteRecordRaw[] = [
  {
    path: "/help",
    name: "help",
    component: () => import("./Help.vue"),
    meta: { title: { zh: "怎么用", en: "How to use it" } },
  },
];
export default routes;
