import type { RouteRecordRaw } from "vue-router";
import { useToDecide } from "./useToDecide.js";

const routes: RouteRecordRaw[] = [
  {
    path: "/exports",
    name: "exports",
    component: () => import("./Exports.vue"),
    meta: {
      permission: "export_rows",
      nav: { label: { zh: "导出", en: "Exports" }, icon: "export", order: 70, useCount: useToDecide },
    },
  },
  {
    path: "/exports/new",
    name: "exports-new",
    component: () => import("./NewExport.vue"),
    meta: { permission: "export_rows", title: { zh: "新的导出", en: "New export" } },
  },
];
export default routes;
