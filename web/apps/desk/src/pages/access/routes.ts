import type { RouteRecordRaw } from "vue-router";

const routes: RouteRecordRaw[] = [
  {
    path: "/sign-in",
    name: "sign-in",
    component: () => import("./SignIn.vue"),
    meta: { title: { zh: "登录", en: "Sign in" }, isPublic: true, isBare: true },
  },
  {
    path: "/password",
    name: "change-password",
    component: () => import("./ChangePassword.vue"),
    meta: { title: { zh: "修改密码", en: "Change password" } },
  },
  {
    path: "/delegations",
    name: "delegations",
    component: () => import("./Delegations.vue"),
    meta: { title: { zh: "岗位委托", en: "Lend a post" }, permission: "delegate_post" },
  },
  {
    path: "/sessions",
    name: "sessions",
    component: () => import("./Sessions.vue"),
    meta: { title: { zh: "登录与令牌", en: "Sessions and tokens" } },
  },
];
export default routes;
