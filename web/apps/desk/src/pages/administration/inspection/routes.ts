import type { RouteRecordRaw } from "vue-router";

const INSPECT = "read_audit" as const;

const routes: RouteRecordRaw[] = [
  {
    path: "/inspection",
    name: "inspection",
    component: () => import("./Looks.vue"),
    meta: { nav: { label: { zh: "谁看过什么", en: "Who looked" }, icon: "view", order: 20 }, title: { zh: "谁看过什么", en: "Who looked" }, permission: INSPECT },
  },
  {
    path: "/audit/entries",
    name: "audit-entries",
    component: () => import("./Entries.vue"),
    meta: { nav: { label: { zh: "谁做过什么", en: "Who did what" }, icon: "list", order: 21 }, title: { zh: "谁做过什么", en: "Who did what" }, permission: INSPECT },
  },
  {
    path: "/audit",
    name: "audit",
    component: () => import("./Verification.vue"),
    meta: { nav: { label: { zh: "审计核验", en: "Audit check" }, icon: "lock", order: 22 }, title: { zh: "审计核验", en: "Audit check" }, permission: INSPECT },
  },
];
export default routes;
