import type { RouteRecordRaw } from "vue-router";

const FORMS = "manage_forms" as const;

const routes: RouteRecordRaw[] = [
  {
    path: "/forms",
    name: "forms",
    component: () => import("./Forms.vue"),
    meta: { nav: { label: { zh: "表单", en: "Forms" }, icon: "ticket", order: 113, group: "manage" }, permission: FORMS },
  },
  { path: "/forms/tables", name: "code-tables", component: () => import("./CodeTables.vue"), meta: { title: { zh: "代码表", en: "Code tables" }, permission: FORMS } },
  { path: "/forms/unused", name: "unused-fields", component: () => import("./Unused.vue"), meta: { title: { zh: "长期未用的字段", en: "Unused fields" }, permission: FORMS } },
  {
    path: "/forms/assessment",
    name: "data-assessment",
    component: () => import("./Assessment.vue"),
    meta: { title: { zh: "个人信息保护影响评估", en: "Data-protection assessment" }, permission: FORMS },
  },
  { path: "/forms/of/:kind", name: "form", component: () => import("./FormPage.vue"), props: true, meta: { title: { zh: "表单", en: "Form" }, permission: FORMS } },
  {
    path: "/forms/of/:kind/draft",
    name: "form-draft",
    component: () => import("./Editor.vue"),
    props: true,
    meta: { title: { zh: "表单草稿", en: "Draft of a form" }, permission: FORMS },
  },
];
export default routes;
