import { leadReader, useSession } from "@jingwei/face";
import { createRouter, createWebHistory, type RouteRecordRaw } from "vue-router";
import { pageRoutes, places } from "./places.js";

const shellRoutes: RouteRecordRaw[] = [
  { path: "/", name: "home", component: () => import("./Home.vue") },
  {
    path: "/not-for-this-post",
    name: "not-for-this-post",
    component: () => import("./NotForThisPost.vue"),
    meta: { title: { zh: "这个岗位不能打开", en: "Not for this post" } },
  },
  {
    path: "/:rest(.*)*",
    name: "not-found",
    component: () => import("./NotFound.vue"),
    meta: { title: { zh: "没有这一页", en: "No such page" } },
  },
];

export const router = createRouter({
  history: createWebHistory("/desk/"),
  routes: [...pageRoutes, ...shellRoutes],
  scrollBehavior: (_to, _from, kept) => kept ?? { top: 0 },
});

router.beforeEach(async (to) => {
  const session = useSession();
  if (session.status === "unknown") await session.load().catch(() => undefined);
  if (to.name === "sign-in" && session.status === "in") return { name: "home" };
  if (to.meta.isPublic) return true;
  if (!session.isIn) return { name: "sign-in", query: to.fullPath === "/" ? {} : { next: to.fullPath } };
  if (session.me?.must_change_password && to.name !== "change-password") return { name: "change-password" };
  if (session.me?.is_held_back && to.name === "home") return { name: "security" };
  if (to.name === "home") {
    const first = places.find((place) => !place.permission || session.may(place.permission));
    return first ? { name: first.name } : true;
  }
  if (to.meta.permission && !session.may(to.meta.permission)) {
    return { name: "not-for-this-post", query: { page: to.fullPath } };
  }
  return true;
});

leadReader(router, {
  wordsOf: (route) => route.meta.title ?? route.meta.nav?.label,
  // Another matter in the same pane is the same page.
  isSamePage: (to, from) => to.matched.at(-1) === from.matched.at(-1),
});
