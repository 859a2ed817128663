import type { RouteRecordRaw } from "vue-router";

const routes: RouteRecordRaw[] = [
  {
    path: "/security",
    name: "security",
    component: () => import("./Security.vue"),
    meta: { title: { zh: "登录安全", en: "Sign-in security" } },
  },
];
export default routes;
