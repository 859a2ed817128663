import type { RouteRecordRaw } from "vue-router";

const routes: RouteRecordRaw[] = [
  {
    path: "/me",
    name: "me",
    component: () => import("./Me.vue"),
    meta: {
      title: { zh: "我的", en: "Me" },
      roles: ["resident"],
      tab: { label: { zh: "我的", en: "Me" }, icon: "person", order: 90 },
    },
  },
  {
    path: "/me/kept",
    name: "kept",
    component: () => import("./Kept.vue"),
    meta: { title: { zh: "留了我的什么、谁看过", en: "What is kept about me, and who looked" }, needsSignIn: true },
  },
  {
    path: "/officer",
    name: "my-officer",
    component: () => import("./Officer.vue"),
    meta: { title: { zh: "我的网格员", en: "My grid officer" } },
  },
];
export default routes;
