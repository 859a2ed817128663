import type { RouteRecordRaw } from "vue-router";

const routes: RouteRecordRaw[] = [
  {
    path: "/door-visits",
    name: "door-visits",
    component: () => import("./Visits.vue"),
    meta: { permission: "read_ledger", nav: { label: { zh: "入户走访", en: "Door visits" }, icon: "units", order: 37 } },
  },
  {
    path: "/door-visits/:id([0-9a-f-]{36})",
    name: "door-visit",
    component: () => import("./Visit.vue"),
    props: true,
    meta: { permission: "read_ledger", title: { zh: "入户走访", en: "Door visit" } },
  },
  {
    path: "/door-visits/forms",
    name: "visit-forms",
    component: () => import("./Forms.vue"),
    meta: { permission: "manage_forms", title: { zh: "走访表", en: "Visit forms" } },
  },
];
export default routes;
