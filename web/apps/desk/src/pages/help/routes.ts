import type { RouteRecordRaw } from "vue-router";

const routes: RouteRecordRaw[] = [
  { path: "/help", name: "help", component: () => import("./Help.vue"), meta: { title: { zh: "帮助", en: "Help" } } },
];
export default routes;
