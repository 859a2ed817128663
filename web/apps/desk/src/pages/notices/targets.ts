// Where a notice leads: its target names a thing, a page shows it.

import type { RouteLocationRaw } from "vue-router";

const PAGES: Record<string, (id: string) => RouteLocationRaw> = {
  "incidents.incident": (id) => ({ path: `/incidents/${id}` }),
  "notices.announcement": (id) => ({ path: `/announcements/${id}` }),
  "access.person": (id) => ({ path: `/staff/${id}` }),
  "clocks.calendaryear": (id) => ({ path: "/calendar", query: { year: id } }),
  "imports.batch": (id) => ({ path: `/imports/${id}` }),
  "imports.export": () => ({ path: "/exports" }),
  "hotline.callback": () => ({ path: "/call-backs" }),
};

/** The page of a target; nothing where there is none. */
export function pageOf(target: string): RouteLocationRaw | undefined {
  const [kind = "", id = ""] = target.split(":");
  return id ? PAGES[kind]?.(id) : undefined;
}
