import type { RouteRecordRaw } from "vue-router";

const permission = "view_residents";

const routes: RouteRecordRaw[] = [
  {
    path: "/residents",
    name: "residents",
    component: () => import("./People.vue"),
    meta: { permission, nav: { label: { zh: "实有人口", en: "Residents" }, icon: "people", order: 48 } },
  },
  {
    path: "/residents/requests",
    name: "resident-requests",
    component: () => import("./Requests.vue"),
    meta: { permission, title: { zh: "迁入和更正请求", en: "Requests about residents" } },
  },
  {
    path: "/residents/new",
    name: "resident-new",
    component: () => import("./NewPerson.vue"),
    meta: { permission: "manage_residents", title: { zh: "登记居民", en: "Register a resident" } },
  },
  {
    path: "/residents/doubles",
    name: "resident-doubles",
    component: () => import("./Doubles.vue"),
    meta: { permission: "manage_residents", title: { zh: "疑似重复的登记", en: "Likely doubles" } },
  },
  {
    path: "/residents/:id([0-9a-f-]{36})/double/:other([0-9a-f-]{36})",
    name: "resident-join",
    component: () => import("./Joining.vue"),
    props: true,
    meta: { permission: "manage_residents", title: { zh: "合并两份记录", en: "Merge two records" } },
  },
  {
    path: "/residents/:id([0-9a-f-]{36})",
    name: "resident",
    component: () => import("./Person.vue"),
    props: true,
    meta: { permission, title: { zh: "居民", en: "Resident" } },
  },
];
export default routes;
