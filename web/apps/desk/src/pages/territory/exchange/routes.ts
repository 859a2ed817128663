import type { RouteRecordRaw } from "vue-router";

const routes: RouteRecordRaw[] = [
  {
    path: "/territory/drafts/:draftId/files",
    name: "territory-files",
    component: () => import("./Files.vue"),
    props: true,
    meta: { title: { zh: "网格的几何文件", en: "Geometry files of the grids" }, permission: "manage_territory" },
  },
];
export default routes;
