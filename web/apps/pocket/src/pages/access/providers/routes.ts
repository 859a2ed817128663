import type { RouteRecordRaw } from "vue-router";

const routes: RouteRecordRaw[] = [
  {
    path: "/sign-in/back",
    name: "provider-return",
    component: () => import("./ProviderReturn.vue"),
    meta: { title: { zh: "登录", en: "Sign in" }, isStep: true },
  },
];
export default routes;
