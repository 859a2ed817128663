import type { RouteRecordRaw } from "vue-router";

const routes: RouteRecordRaw[] = [
  {
    path: "/work-log",
    name: "work-log",
    component: () => import("./WorkLog.vue"),
    meta: { permission: "read_work_log", nav: { label: { zh: "工作日志", en: "Work log" }, icon: "edit", order: 36 } },
  },
  {
    path: "/work-log/:id([0-9a-f-]{36})",
    name: "work-log-entry",
    component: () => import("./Entry.vue"),
    props: true,
    meta: { permission: "read_work_log", title: { zh: "工作日志", en: "Work log" } },
  },
];
export default routes;
