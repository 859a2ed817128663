import type { RouteRecordRaw } from "vue-router";

const routes: RouteRecordRaw[] = [
  {
    path: "/places",
    name: "places",
    component: () => import("./Places.vue"),
    meta: { permission: "read_ledger", nav: { label: { zh: "地名", en: "Places" }, icon: "location", order: 56 } },
  },
];
export default routes;
