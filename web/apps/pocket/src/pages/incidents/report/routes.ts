import type { RouteRecordRaw } from "vue-router";
import { whoIsHere } from "./whoIsHere.js";

/** Each step is an entry of the history: back means back, and nothing typed is lost. */
const routes: RouteRecordRaw[] = [
  {
    path: "/report",
    name: "report",
    beforeEnter: whoIsHere,
    component: () => import("./Photo.vue"),
    meta: {
      title: { zh: "上报", en: "Report" },
      isStep: true,
      tab: { label: { zh: "上报", en: "Report" }, icon: "camera", order: 20 },
    },
  },
  {
    path: "/report/where",
    name: "report-where",
    beforeEnter: whoIsHere,
    component: () => import("./Where.vue"),
    meta: { title: { zh: "在哪里", en: "Where" }, isStep: true },
  },
  {
    path: "/report/what",
    name: "report-what",
    beforeEnter: whoIsHere,
    component: () => import("./What.vue"),
    meta: { title: { zh: "是什么事", en: "What" }, isStep: true },
  },
  {
    path: "/report/done",
    name: "report-done",
    component: () => import("./Done.vue"),
    meta: { title: { zh: "交上去了", en: "Handed in" }, isStep: true },
  },
];
export default routes;
