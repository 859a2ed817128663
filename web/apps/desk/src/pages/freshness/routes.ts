import type { RouteRecordRaw } from "vue-router";

const routes: RouteRecordRaw[] = [
  {
    path: "/freshness",
    name: "freshness",
    component: () => import("./Freshness.vue"),
    meta: { permission: "read_ledger", nav: { label: { zh: "台账鲜活度", en: "Freshness" }, icon: "clock", order: 46 } },
  },
];
export default routes;
