import type { RouteRecordRaw } from "vue-router";

const permission = "view_organisations";

const routes: RouteRecordRaw[] = [
  {
    path: "/organisations",
    name: "organisations",
    component: () => import("./Organisations.vue"),
    meta: { permission, nav: { label: { zh: "组织与场所", en: "Organisations" }, icon: "shop", order: 49 } },
  },
  {
    path: "/organisations/counts",
    name: "organisation-counts",
    component: () => import("./Counts.vue"),
    meta: { permission, title: { zh: "组织与场所的数量", en: "Organisations in figures" } },
  },
  {
    path: "/organisations/new",
    name: "organisation-new",
    component: () => import("./NewOrganisation.vue"),
    meta: { permission: "keep_organisations", title: { zh: "登记组织或场所", en: "Register an organisation" } },
  },
  {
    path: "/organisations/:id([0-9a-f-]{36})",
    name: "organisation",
    component: () => import("./Organisation.vue"),
    props: true,
    meta: { permission, title: { zh: "组织或场所", en: "Organisation" } },
  },
];
export default routes;
