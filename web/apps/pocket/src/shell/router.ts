import { leadReader, useSession } from "@jingwei/face";
import { createRouter, createWebHistory, type RouteRecordRaw } from "vue-router";
import { asksWho, pageRoutes, shellOf, tabsOf } from "./places.js";

const STAFF = ["officer", "handler", "leader"] as const;

export const shellRoutes: RouteRecordRaw[] = [
  { path: "/", name: "home", component: () => import("./Nowhere.vue") },
  {
    path: "/sign-in",
    name: "sign-in",
    component: () => import("./SignIn.vue"),
    meta: { title: { zh: "登录", en: "Sign in" }, isStep: true },
  },
  {
    path: "/password",
    name: "change-password",
    component: () => import("./ChangePassword.vue"),
    meta: { title: { zh: "修改密码", en: "Change password" }, roles: STAFF, isStep: true },
  },
  {
    path: "/account",
    name: "account",
    component: () => import("./Account.vue"),
    meta: {
      title: { zh: "我的", en: "Me" },
      roles: STAFF,
      tab: { label: { zh: "我的", en: "Me" }, icon: "person", order: 90 },
    },
  },
  {
    path: "/look",
    name: "look",
    component: () => import("./Look.vue"),
    meta: { title: { zh: "显示", en: "Display" } },
  },
  {
    path: "/install",
    name: "install",
    component: () => import("./Install.vue"),
    meta: { title: { zh: "放到桌面", en: "Put it on the home screen" } },
  },
  {
    path: "/not-for-this-post",
    name: "not-for-this-post",
    component: () => import("./Nowhere.vue"),
    meta: { title: { zh: "这个岗位不能打开", en: "Not for this post" } },
  },
  {
    path: "/:rest(.*)*",
    name: "not-found",
    component: () => import("./Nowhere.vue"),
    meta: { title: { zh: "没有这一页", en: "No such page" } },
  },
];

export const routes: RouteRecordRaw[] = [...pageRoutes, ...shellRoutes];

export const router = createRouter({
  history: createWebHistory("/m/"),
  routes,
  scrollBehavior: (_to, _from, kept) => kept ?? { top: 0 },
});

router.beforeEach(async (to) => {
  const session = useSession();
  if (session.status === "unknown") {
    // What needs no account is not kept waiting for the answer who this is.
    const asked = session.load().catch(() => undefined);
    if (to.name === "home" || to.name === "sign-in" || asksWho(to.meta)) await asked;
  }
  if (to.name === "sign-in" && session.status === "in") return { name: "home", replace: true };
  if (asksWho(to.meta) && !session.isIn) {
    return { name: "sign-in", query: { next: to.fullPath }, replace: true };
  }
  if (session.me?.must_change_password && to.name !== "change-password") return { name: "change-password" };
  const shell = shellOf(session.me);
  if (to.name === "home") {
    const first = tabsOf(routes, shell)[0];
    return first ? { name: first.name, query: to.query, replace: true } : true;
  }
  const { permission, roles } = to.meta;
  const isForOthers = session.isIn && ((permission && !session.may(permission)) || (roles && asksWho(to.meta) && !roles.includes(shell) && !to.meta.needsSignIn));
  return isForOthers ? { name: "not-for-this-post", query: { page: to.fullPath } } : true;
});

leadReader(router, {
  wordsOf: (route) => route.meta.title ?? route.meta.tab?.label,
  isSamePage: (to, from) => to.path === from.path,
});
