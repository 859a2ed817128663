import type { RouteRecordRaw } from "vue-router";

const routes: RouteRecordRaw[] = [
  {
    path: "/incidents/:id([0-9a-f-]{36})",
    name: "incident",
    component: () => import("./MatterPage.vue"),
    meta: { title: { zh: "事件", en: "Incident" }, permission: "read_incident" },
  },
];
export default routes;
