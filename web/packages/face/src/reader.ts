// What every face owes its reader on a change of page: a title, a place to begin reading, and the new parts after an upgrade.

import { said, type Words } from "@jingwei/domain";
import { useLocale } from "@jingwei/ui";
import { nextTick, watch } from "vue";
import type { RouteLocationNormalized as Route, Router } from "vue-router";

export interface Reading {
  /** What the page is called. */
  wordsOf: (route: Route) => Words | undefined;
  /** Whether it is still the same page: then the focus stays where it was. */
  isSamePage: (to: Route, from: Route) => boolean;
}

export function leadReader(router: Router, { wordsOf, isSamePage }: Reading): void {
  const locale = useLocale();
  const name = (route: Route): void => {
    const words = wordsOf(route);
    const product = locale.value === "en" ? "Jingwei" : "经纬";
    document.title = words ? `${said(words, locale.value)} · ${product}` : product;
  };

  // After an upgrade the parts that this page was built with are gone: load the new ones at the place asked for.
  router.onError((error, to) => {
    const isGone = /dynamically imported module|module script|preload CSS/i.test(String(error));
    if (isGone && navigator.onLine) window.location.assign(router.resolve(to).href);
  });
  router.afterEach((to, from, failure) => {
    if (failure) return;
    name(to);
    if (from.matched.length === 0 || isSamePage(to, from)) return;
    void nextTick(() => document.getElementById("main")?.focus({ preventScroll: true }));
  });
  watch(locale, () => name(router.currentRoute.value));
}
