import type { RouteRecordRaw } from "vue-router";

const routes: RouteRecordRaw[] = [
  {
    path: "/incidents/:id([0-9a-f-]{36})/file",
    name: "incident-file",
    component: () => import("./FilePage.vue"),
    props: true,
    meta: { title: { zh: "一事一档", en: "Incident file" }, permission: "read_incident" },
  },
];
export default routes;
