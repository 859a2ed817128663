import type { RouteRecordRaw } from "vue-router";

const roles = ["officer"] as const;

export default [
  {
    path: "/concerns/note",
    name: "note-concern",
    component: () => import("./Note.vue"),
    meta: {
      title: { zh: "记民情", en: "Note a concern" },
      roles,
      permission: "note_concern",
      tab: { label: { zh: "民情", en: "Concerns" }, icon: "chat", order: 23 },
    },
  },
  {
    path: "/concerns",
    name: "concerns",
    component: () => import("./Concerns.vue"),
    meta: { title: { zh: "民情", en: "Concerns" }, roles, permission: "read_concerns" },
  },
  {
    path: "/concerns/:id([0-9a-f-]{36})",
    name: "concern",
    component: () => import("./Concern.vue"),
    props: true,
    meta: { title: { zh: "民情", en: "Concern" }, roles, permission: "read_concerns", isStep: true },
  },
] satisfies RouteRecordRaw[];
