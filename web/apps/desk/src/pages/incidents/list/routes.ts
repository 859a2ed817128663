import type { RouteRecordRaw } from "vue-router";
import { useWaiting } from "./useWaiting.js";

const routes: RouteRecordRaw[] = [
  {
    path: "/inbox",
    name: "inbox",
    component: () => import("./Inbox.vue"),
    meta: {
      permission: "read_incident",
      isFull: true,
      nav: { label: { zh: "收件箱", en: "Inbox" }, icon: "inbox", order: 10, useCount: useWaiting },
    },
  },
];
export default routes;
