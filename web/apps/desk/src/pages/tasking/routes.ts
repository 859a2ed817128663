import type { RouteRecordRaw } from "vue-router";
import { useTaskCount } from "./useTaskCount.js";

const routes: RouteRecordRaw[] = [
  {
    path: "/tasks",
    name: "given-tasks",
    component: () => import("./Tasks.vue"),
    meta: { permission: "read_tasks", nav: { label: { zh: "任务", en: "Tasks" }, icon: "finished", order: 34, useCount: useTaskCount } },
  },
  {
    path: "/tasks/new",
    name: "given-task-new",
    component: () => import("./GiveTask.vue"),
    meta: { permission: "give_task", title: { zh: "下达任务", en: "Give a task" } },
  },
  {
    path: "/tasks/:id([0-9a-f-]{36})",
    name: "given-task",
    component: () => import("./Task.vue"),
    props: true,
    meta: { permission: "read_tasks", title: { zh: "任务", en: "Task" } },
  },
];
export default routes;
