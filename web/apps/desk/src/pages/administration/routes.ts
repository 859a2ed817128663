import type { RouteRecordRaw } from "vue-router";

const MANAGE = "manage_posts" as const;

const routes: RouteRecordRaw[] = [
  {
    path: "/staff",
    name: "staff",
    component: () => import("./staff/StaffList.vue"),
    meta: { nav: { label: { zh: "机构与人员", en: "Staff and units" }, icon: "people", order: 100, group: "manage" }, title: { zh: "人员", en: "Staff" }, permission: MANAGE },
  },
  {
    path: "/staff/:personId([0-9a-f-]{36})",
    name: "staff-person",
    component: () => import("./staff/StaffPerson.vue"),
    props: true,
    meta: { title: { zh: "人员", en: "Member of staff" }, permission: MANAGE },
  },
  {
    path: "/posts",
    name: "posts",
    component: () => import("./posts/PostList.vue"),
    meta: { title: { zh: "岗位", en: "Posts" }, permission: MANAGE },
  },
  {
    path: "/units",
    name: "units",
    component: () => import("./units/UnitTree.vue"),
    meta: { title: { zh: "单位", en: "Units" }, permission: MANAGE },
  },
  {
    path: "/roles",
    name: "roles",
    component: () => import("./roles/Roles.vue"),
    meta: { title: { zh: "角色", en: "Roles" }, permission: MANAGE },
  },
  {
    path: "/staff/bulk",
    name: "staff-bulk",
    component: () => import("./bulk/Bulk.vue"),
    meta: { title: { zh: "批量开通", en: "Accounts from a table" }, permission: MANAGE },
  },
  {
    path: "/adoption",
    name: "adoption",
    component: () => import("./adoption/Adoption.vue"),
    meta: { nav: { label: { zh: "使用情况", en: "Adoption" }, icon: "adoption", order: 140, group: "manage" }, permission: "read_adoption" },
  },
  {
    path: "/forgot-password",
    name: "forgot-password",
    component: () => import("./forgot/ForgotPassword.vue"),
    meta: { title: { zh: "忘记密码", en: "Forgot the password" }, isPublic: true, isBare: true },
  },
];
export default routes;
