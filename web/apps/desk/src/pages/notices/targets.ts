// Where a notice leads: its target names a thing, a page shows it.

import type { RouteLocationRaw } from "vue-router";

const PAGES: Record<string, (id: string) => RouteLocationRaw> = {
  "incidents.incident": (id) => ({ path: `/incidents/${id}` }),
  "notices.announcement": (id) => ({ path: `/announcements/${id}` }),
  "access.person": (id) => ({ path: `/staff/${id}` }),
  "clocks.calendaryear": (id) => ({ path: "/calendar", query: { year: id } }),
  "imports.batch": (id) => ({ path: `/imports/${id}` }),
  "imports.export": () => ({ path: "/exports" }),
  "supervision.case": (id) => ({ path: "/supervision/cases", query: { case: id } }),
  "joint.whistle": (id) => ({ path: `/joint/whistles/${id}` }),
  "joint.meeting": (id) => ({ path: `/joint/meetings/${id}` }),
  "joint.mediation": (id) => ({ path: `/joint/mediations/${id}` }),
  "joint.enforcement": (id) => ({ path: `/joint/enforcements/${id}` }),
  "returnvisits.visit": () => ({ path: "/return-visits", query: { is_mine: "true" } }),
  "returnvisits.check": () => ({ path: "/return-visits/checks" }),
  "hotline.callback": () => ({ path: "/call-backs" }),
  "workforce.referral": () => ({ path: "/referrals" }),
  "tasking.task": (id) => ({ path: `/tasks/${id}` }),
};

/** The page of a target; nothing where there is none. */
export function pageOf(target: string): RouteLocationRaw | undefined {
  const [kind = "", id = ""] = target.split(":");
  return id ? PAGES[kind]?.(id) : undefined;
}
