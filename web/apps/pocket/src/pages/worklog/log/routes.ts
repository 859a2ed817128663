import type { RouteRecordRaw } from "vue-router";

const roles = ["officer"] as const;

export default [
  {
    path: "/log",
    name: "work-log",
    component: () => import("./Record.vue"),
    meta: {
      title: { zh: "记一笔", en: "Work log" },
      roles,
      permission: "record_work",
      tab: { label: { zh: "记一笔", en: "Log" }, icon: "edit", order: 22 },
    },
  },
  {
    path: "/log/all",
    name: "work-log-all",
    component: () => import("./Entries.vue"),
    meta: { title: { zh: "工作日志", en: "Work log" }, roles, permission: "read_work_log" },
  },
  {
    path: "/log/:id([0-9a-f-]{36})",
    name: "work-log-entry",
    component: () => import("./Entry.vue"),
    props: true,
    meta: { title: { zh: "工作日志", en: "Work log" }, roles, permission: "read_work_log", isStep: true },
  },
] satisfies RouteRecordRaw[];
