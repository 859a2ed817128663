import type { RouteRecordRaw } from "vue-router";

const routes: RouteRecordRaw[] = [
  {
    path: "/territory",
    name: "territory",
    component: () => import("./Division.vue"),
    meta: { nav: { label: { zh: "网格区划", en: "Grids" }, icon: "grid", order: 105, group: "manage" }, permission: "read_territory", isFull: true },
  },
  {
    path: "/territory/drafts",
    name: "territory-drafts",
    component: () => import("./Drafts.vue"),
    meta: { title: { zh: "网格草稿", en: "Drafts of the grids" }, permission: "manage_territory" },
  },
  {
    path: "/territory/drafts/:draftId",
    name: "territory-draft",
    component: () => import("./editor/Editor.vue"),
    props: true,
    meta: { title: { zh: "画网格", en: "Draw the grids" }, permission: "manage_territory", isFull: true },
  },
  {
    path: "/territory/publications",
    name: "territory-publications",
    component: () => import("./Publications.vue"),
    meta: { title: { zh: "网格发布", en: "Publications of the grids" }, permission: "manage_territory" },
  },
  {
    path: "/territory/standard",
    name: "territory-standard",
    component: () => import("./Standard.vue"),
    meta: { title: { zh: "划分标准", en: "Standard of the grids" }, permission: "read_territory" },
  },
];
export default routes;
