import type { RouteRecordRaw } from "vue-router";
import { useToCall } from "./useToCall.js";

const routes: RouteRecordRaw[] = [
  {
    path: "/return-visits",
    name: "return-visits",
    component: () => import("./Visits.vue"),
    meta: { permission: "read_visits", nav: { label: { zh: "回访", en: "Return visits" }, icon: "phoneFilled", order: 35, useCount: useToCall } },
  },
  {
    path: "/return-visits/rates",
    name: "visit-rates",
    component: () => import("./Rates.vue"),
    meta: { permission: "read_visits", title: { zh: "三率", en: "The three rates" } },
  },
  {
    path: "/return-visits/checks",
    name: "spot-checks",
    component: () => import("./Checks.vue"),
    meta: { permission: "read_visits", title: { zh: "抽查核实", en: "Spot checks" } },
  },
  {
    path: "/return-visits/policy",
    name: "visit-policy",
    component: () => import("./Policy.vue"),
    meta: { permission: "read_items", title: { zh: "回访规则", en: "Rules of return visits" } },
  },
];
export default routes;
