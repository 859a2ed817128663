import type { RouteRecordRaw } from "vue-router";

export default [
  {
    path: "/task/:id",
    name: "task",
    component: () => import("./Task.vue"),
    props: true,
    meta: {
      title: { zh: "一件事", en: "A matter" },
      roles: ["officer", "handler", "leader"],
      permission: "read_incident",
      isStep: true,
    },
  },
] satisfies RouteRecordRaw[];
