import type { RouteRecordRaw } from "vue-router";

/** Two questions, each with its own entry in the history: which number, which code. */
const routes: RouteRecordRaw[] = [
  {
    path: "/phone",
    name: "phone-sign-in",
    component: () => import("./PhoneSignIn.vue"),
    meta: { title: { zh: "用手机号登录", en: "Sign in by phone" }, isStep: true },
  },
];
export default routes;
