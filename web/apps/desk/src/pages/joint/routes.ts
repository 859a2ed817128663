import type { RouteRecordRaw } from "vue-router";
import { useAwaited } from "./useAwaited.js";

const routes: RouteRecordRaw[] = [
  {
    path: "/joint/whistles",
    name: "whistles",
    component: () => import("./Whistles.vue"),
    meta: {
      permission: "read_joint",
      nav: { label: { zh: "联动", en: "Joint work" }, icon: "people", order: 34, useCount: useAwaited },
    },
  },
  {
    path: "/joint/whistles/:id",
    name: "whistle",
    component: () => import("./Whistle.vue"),
    props: true,
    meta: { title: { zh: "吹哨报到", en: "Whistle" }, permission: "read_joint" },
  },
  {
    path: "/joint/meetings",
    name: "meetings",
    component: () => import("./Meetings.vue"),
    meta: { title: { zh: "联席会议", en: "Joint meetings" }, permission: "read_joint" },
  },
  {
    path: "/joint/meetings/:id",
    name: "meeting",
    component: () => import("./Meeting.vue"),
    props: true,
    meta: { title: { zh: "联席会议", en: "Joint meeting" }, permission: "read_joint" },
  },
  {
    path: "/joint/mediations",
    name: "mediations",
    component: () => import("./Disputes.vue"),
    meta: { title: { zh: "矛盾纠纷", en: "Disputes" }, permission: "read_mediation" },
  },
  {
    path: "/joint/mediations/:id",
    name: "mediation",
    component: () => import("./Dispute.vue"),
    props: true,
    meta: { title: { zh: "矛盾纠纷", en: "Dispute" }, permission: "read_mediation" },
  },
  {
    path: "/joint/enforcements",
    name: "enforcements",
    component: () => import("./Enforcements.vue"),
    meta: { title: { zh: "联合执法", en: "Joint enforcement" }, permission: "read_joint" },
  },
  {
    path: "/joint/enforcements/:id",
    name: "enforcement",
    component: () => import("./Enforcement.vue"),
    props: true,
    meta: { title: { zh: "联合执法", en: "Joint enforcement" }, permission: "read_joint" },
  },
];
export default routes;
