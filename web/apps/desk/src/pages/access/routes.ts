import type { RouteRecordRaw } from "vue-router";

const routes: RouteRecordRaw[] = [
  {
    path: "/sign-in",
    name: "sign-in",
    component: () => import("./SignIn.vue"),
    meta: { title: { zh: "登录", en: "Sign in" }, isPublic: true, isBare: true },
  },
];
export default routes;
