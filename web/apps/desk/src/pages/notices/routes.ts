import type { RouteRecordRaw } from "vue-router";
import { useWaitingToConfirm } from "./useWaitingToConfirm.js";

const routes: RouteRecordRaw[] = [
  {
    path: "/notices",
    name: "notices",
    component: () => import("./Notices.vue"),
    meta: { title: { zh: "通知", en: "Notices" }, permission: "read_notices" },
  },
  {
    path: "/announcements",
    name: "announcements",
    component: () => import("./Announcements.vue"),
    meta: { nav: { label: { zh: "通知公告", en: "Announcements" }, icon: "announce", order: 90, useCount: useWaitingToConfirm }, permission: "read_notices" },
  },
  {
    path: "/announcements/new",
    name: "announcement-new",
    component: () => import("./WriteAnnouncement.vue"),
    meta: { title: { zh: "发布公告", en: "Announce" }, permission: "write_announcements" },
  },
  {
    path: "/announcements/:id([0-9a-f-]{36})",
    name: "announcement",
    component: () => import("./Announcement.vue"),
    props: true,
    meta: { title: { zh: "公告", en: "Announcement" }, permission: "read_notices" },
  },
];
export default routes;
