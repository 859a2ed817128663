// How a page announces itself: pages/<app>/routes.ts (or pages/<app>/<page>/routes.ts) is found by its name.

import type { Words } from "@jingwei/domain";
import type { Permission } from "@jingwei/face";
import type { IconName } from "@jingwei/ui";
import type { Ref } from "vue";
import type { RouteRecordRaw } from "vue-router";

export interface NavEntry {
  label: Words;
  icon: IconName;
  /** 10 inbox, 20 list, 30 hotline, 40 map, 50 …; administration from 100. */
  order: number;
  group?: "work" | "manage";
  /** A composable that gives the number beside the label; called once, in the navigation. */
  useCount?: () => Readonly<Ref<number | undefined>>;
}

declare module "vue-router" {
  interface RouteMeta {
    /** Name of the page in the window's title; the navigation's label where there is one. */
    title?: Words;
    nav?: NavEntry;
    /** Who lacks it in the present post neither sees the entry nor gets in. */
    permission?: Permission;
    /** Reachable without signing in. */
    isPublic?: boolean;
    /** Without the shell around it. */
    isBare?: boolean;
    /** Fills the whole main area and scrolls by itself, like the three panes. */
    isFull?: boolean;
  }
}

const found = import.meta.glob<{ default: RouteRecordRaw[] }>(["../pages/*/routes.ts", "../pages/*/*/routes.ts"], {
  eager: true,
});

/** Every page's routes. */
export const pageRoutes: RouteRecordRaw[] = Object.values(found).flatMap((one) => one.default);

export interface Place {
  name: string;
  entry: NavEntry;
  permission?: Permission;
}

/** The places of the navigation, in order. */
export function placesOf(routes: readonly RouteRecordRaw[]): Place[] {
  return routes
    .flatMap((route): Place[] => {
      const { nav, permission } = route.meta ?? {};
      if (!nav || typeof route.name !== "string") return [];
      return [{ name: route.name, entry: nav, ...(permission ? { permission } : {}) }];
    })
    .sort((one, other) => one.entry.order - other.entry.order);
}

export const places = placesOf(pageRoutes);
