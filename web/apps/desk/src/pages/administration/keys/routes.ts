import type { RouteRecordRaw } from "vue-router";

const routes: RouteRecordRaw[] = [
  {
    path: "/keys",
    name: "keys",
    component: () => import("./Keys.vue"),
    meta: { nav: { label: { zh: "系统密钥", en: "System keys" }, icon: "key", order: 150, group: "manage" }, title: { zh: "系统密钥", en: "System keys" }, permission: "manage_keys" },
  },
];
export default routes;
