// How a page announces itself: pages/<app>/<page>/routes.ts is found by its name. web/README.md tells it with an example.

import type { Me, Permission } from "@jingwei/face";
import type { Words } from "@jingwei/domain";
import type { IconName } from "@jingwei/ui";
import type { Ref } from "vue";
import type { RouteRecordRaw } from "vue-router";

/** The four shells. Who works at a desk, or in a post without pages of its own, has the officer's. */
export type Shell = "resident" | "officer" | "handler" | "leader";

export interface Tab {
  label: Words;
  icon: IconName;
  /** 10 first, 90 last. The first is where one begins; where there are more than four, the middle ones stand on the last page. */
  order: number;
  /** A composable that gives the number beside the label; called once, in the tab bar. */
  useCount?: () => Readonly<Ref<number | undefined>>;
}

declare module "vue-router" {
  interface RouteMeta {
    title?: Words;
    /** Whose page it is; without it everybody's, signed in or not. A page for staff alone asks them to sign in. */
    roles?: readonly Shell[];
    /** A resident must have signed in as well (by phone). */
    needsSignIn?: boolean;
    /** Who lacks it in the present post is told so. */
    permission?: Permission;
    /** An entry of the tab bar, for `roles`. */
    tab?: Tab;
    /** Without the tab bar: one question a page. */
    isStep?: boolean;
    /** Without anything around it. */
    isBare?: boolean;
  }
}

const SHELLS: Partial<Record<Me["role"], Shell>> = {
  public: "resident",
  resident: "resident",
  handler: "handler",
  unit_head: "leader",
  commander: "leader",
};

/** Whose shell it is, by the post one works in. */
export function shellOf(me: Pick<Me, "role" | "post"> | null): Shell {
  if (!me) return "resident";
  return SHELLS[me.role] ?? "officer";
}

const found = import.meta.glob<{ default: RouteRecordRaw[] }>("../pages/*/*/routes.ts", { eager: true });

/** Every page's routes. */
export const pageRoutes: RouteRecordRaw[] = Object.values(found).flatMap((one) => one.default);

export interface Place extends Tab {
  name: string;
}

export const MOST_TABS = 4;

/** All entries of a shell, in order. */
export function placesOf(routes: readonly RouteRecordRaw[], shell: Shell): Place[] {
  return routes
    .flatMap((route): Place[] => {
      const { tab, roles } = route.meta ?? {};
      if (!tab || typeof route.name !== "string" || (roles && !roles.includes(shell))) return [];
      return [{ name: route.name, ...tab }];
    })
    .sort((one, other) => one.order - other.order);
}

/** The tabs: the first three and the last, which is one's own page; it lists the others. */
export function tabsOf(routes: readonly RouteRecordRaw[], shell: Shell): Place[] {
  const all = placesOf(routes, shell);
  return all.length <= MOST_TABS ? all : [...all.slice(0, MOST_TABS - 1), ...all.slice(-1)];
}

/** The entries that found no room among the tabs. */
export function furtherOf(routes: readonly RouteRecordRaw[], shell: Shell): Place[] {
  return placesOf(routes, shell).slice(MOST_TABS - 1, -1);
}

/** Whether one must be signed in to open it. */
export function asksWho(meta: { roles?: readonly Shell[]; needsSignIn?: boolean }): boolean {
  return Boolean(meta.needsSignIn) || (meta.roles !== undefined && !meta.roles.includes("resident"));
}
