import type { RouteRecordRaw } from "vue-router";

export default [
  {
    path: "/whistles",
    name: "whistles",
    component: () => import("./Whistles.vue"),
    meta: {
      title: { zh: "联动", en: "Joint work" },
      roles: ["handler", "leader"],
      permission: "read_joint",
      tab: { label: { zh: "联动", en: "Joint work" }, icon: "people", order: 64 },
    },
  },
  {
    path: "/whistles/:id",
    name: "whistle",
    component: () => import("./Whistle.vue"),
    props: true,
    meta: { title: { zh: "吹哨报到", en: "Whistle" }, roles: ["handler", "leader"], permission: "read_joint", isStep: true },
  },
] satisfies RouteRecordRaw[];
