import type { RouteRecordRaw } from "vue-router";

const routes: RouteRecordRaw[] = [
  {
    path: "/this-phone",
    name: "this-phone",
    component: () => import("./ThisPhone.vue"),
    meta: { title: { zh: "这部手机上留着什么", en: "What this phone keeps" } },
  },
];
export default routes;
