import type { RouteRecordRaw } from "vue-router";

const roles = ["officer"] as const;
const permission = "view_organisations";

export default [
  {
    path: "/organisations",
    name: "organisations",
    component: () => import("./Organisations.vue"),
    meta: {
      title: { zh: "组织与场所", en: "Organisations" },
      roles,
      permission,
      tab: { label: { zh: "组织与场所", en: "Organisations" }, icon: "shop", order: 31 },
    },
  },
  {
    path: "/organisations/new",
    name: "organisation-new",
    component: () => import("./NewOrganisation.vue"),
    meta: { title: { zh: "登记组织或场所", en: "Register" }, roles, permission: "keep_organisations", isStep: true },
  },
  {
    path: "/organisations/:id([0-9a-f-]{36})",
    name: "organisation",
    component: () => import("./Organisation.vue"),
    props: true,
    meta: { title: { zh: "组织或场所", en: "Organisation" }, roles, permission, isStep: true },
  },
] satisfies RouteRecordRaw[];
