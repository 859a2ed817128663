import type { RouteRecordRaw } from "vue-router";

const roles = ["handler", "leader"] as const;

export default [
  {
    path: "/meetings",
    name: "meetings",
    component: () => import("./Meetings.vue"),
    meta: {
      title: { zh: "联席会议", en: "Meetings" },
      roles,
      permission: "read_joint",
      tab: { label: { zh: "会议", en: "Meetings" }, icon: "calendar", order: 65 },
    },
  },
  {
    path: "/meetings/:id",
    name: "meeting",
    component: () => import("./Meeting.vue"),
    props: true,
    meta: { title: { zh: "联席会议", en: "Meeting" }, roles, permission: "read_joint", isStep: true },
  },
] satisfies RouteRecordRaw[];
