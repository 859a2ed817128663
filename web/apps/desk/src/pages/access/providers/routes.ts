import type { RouteRecordRaw } from "vue-router";

const routes: RouteRecordRaw[] = [
  {
    path: "/sign-in/back",
    name: "provider-return",
    component: () => import("./ProviderReturn.vue"),
    meta: { title: { zh: "登录", en: "Sign in" }, isPublic: true, isBare: true },
  },
  {
    path: "/account/providers",
    name: "provider-links",
    component: () => import("./ProviderLinks.vue"),
    meta: { title: { zh: "统一身份认证", en: "Single sign-on" } },
  },
];
export default routes;
