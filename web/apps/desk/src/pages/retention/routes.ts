import type { RouteRecordRaw } from "vue-router";

const routes: RouteRecordRaw[] = [
  {
    path: "/retention",
    name: "retention",
    component: () => import("./Retention.vue"),
    meta: { nav: { label: { zh: "保存期限", en: "Retention" }, icon: "timer", order: 160, group: "manage" }, title: { zh: "保存期限", en: "Retention" }, permission: "read_retention" },
  },
];
export default routes;
