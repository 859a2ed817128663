import type { RouteRecordRaw } from "vue-router";

const routes: RouteRecordRaw[] = [
  {
    path: "/track",
    name: "track",
    component: () => import("./Track.vue"),
    meta: {
      title: { zh: "查进度", en: "Progress" },
      roles: ["resident"],
      tab: { label: { zh: "进度", en: "Progress" }, icon: "list", order: 30 },
    },
  },
  {
    path: "/track/:code",
    name: "tracked",
    component: () => import("./Tracked.vue"),
    props: true,
    meta: { title: { zh: "办理进度", en: "How it goes" }, isStep: true },
  },
  {
    path: "/my-reports/:id",
    name: "my-report",
    component: () => import("./MyReport.vue"),
    props: true,
    meta: { title: { zh: "办理进度", en: "How it goes" }, needsSignIn: true, isStep: true },
  },
  {
    path: "/followed/:publicId",
    name: "followed",
    component: () => import("./Followed.vue"),
    props: true,
    meta: { title: { zh: "关注的事项", en: "A matter you follow" }, needsSignIn: true, isStep: true },
  },
];
export default routes;
