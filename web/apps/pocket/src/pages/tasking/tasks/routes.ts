import type { RouteRecordRaw } from "vue-router";

const roles = ["officer", "handler", "leader"] as const;

export default [
  {
    path: "/given",
    name: "given-tasks",
    component: () => import("./Tasks.vue"),
    meta: {
      title: { zh: "上级任务", en: "Tasks from above" },
      roles,
      permission: "answer_task",
      tab: { label: { zh: "上级任务", en: "Tasks" }, icon: "finished", order: 24 },
    },
  },
  {
    path: "/given/:id",
    name: "given-task",
    component: () => import("./Task.vue"),
    props: true,
    meta: { title: { zh: "上级任务", en: "Task from above" }, roles, permission: "read_tasks", isStep: true },
  },
] satisfies RouteRecordRaw[];
