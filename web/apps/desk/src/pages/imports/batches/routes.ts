import type { RouteRecordRaw } from "vue-router";

const routes: RouteRecordRaw[] = [
  {
    path: "/imports",
    name: "imports",
    component: () => import("./Imports.vue"),
    meta: {
      permission: "import_rows",
      nav: { label: { zh: "导入", en: "Imports" }, icon: "import", order: 72 },
    },
  },
  {
    path: "/imports/:id",
    name: "import",
    component: () => import("./Batch.vue"),
    props: true,
    meta: { permission: "import_rows", title: { zh: "导入批次", en: "Import" } },
  },
];
export default routes;
