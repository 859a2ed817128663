// Words of a page, in both languages, beside the page: text.ts → usePageText(text) → t("key").
//
// Not vue-i18n's "local scope": that hangs on one component, and a composable's second call there loses its words.
// Here every text.ts gets a place of its own among the global messages, so t works in components, composables, stores.

import type { Locale } from "@jingwei/domain";
import { said, type Words } from "@jingwei/domain";
import { computed, type ComputedRef } from "vue";
import { createI18n } from "vue-i18n";

export interface Messages {
  [key: string]: string | Messages;
}

/** What a text.ts exports. */
export interface PageText<T extends Messages = Messages> {
  "zh-CN": T;
  en: Same<T>;
}

type Same<T> = { [K in keyof T]: T[K] extends string ? string : Same<T[K]> };

/** "title" or "list.empty": the keys that a text has. */
export type TextKey<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${TextKey<T[K]>}`;
}[keyof T & string];

/** Named values; `n` (or `count`) also chooses between "one | many". */
export type Named = Record<string, string | number>;

/** Write a text.ts with it: both languages must have the same keys, or it does not compile. */
export function pageText<const T extends Messages>(zh: T, en: Same<T>): PageText<T> {
  return { "zh-CN": zh, en };
}

export const i18n = createI18n({
  legacy: false,
  locale: "zh-CN",
  fallbackLocale: "zh-CN",
  messages: { "zh-CN": {}, en: {} },
  missingWarn: true,
  fallbackWarn: true,
});

export function setLocale(locale: Locale): void {
  i18n.global.locale.value = locale;
  document.documentElement.lang = locale;
}

const places = new WeakMap<object, string>();
let count = 0;

function placeOf(text: PageText<Messages>): string {
  let place = places.get(text);
  if (!place) {
    place = `p${(count += 1)}`;
    places.set(text, place);
    i18n.global.mergeLocaleMessage("zh-CN", { [place]: text["zh-CN"] });
    i18n.global.mergeLocaleMessage("en", { [place]: text.en });
  }
  return place;
}

export interface PageWords<T> {
  t: (key: TextKey<T>, named?: Named) => string;
  /** The language in use. */
  locale: ComputedRef<Locale>;
  /** Of two texts, the one in the language in use: `say({ zh: row.label, en: row.label_en })`. */
  say: (words: Words) => string;
}

/** The words of a text.ts, in the language in use. */
export function usePageText<T extends Messages>(text: PageText<T>): PageWords<T> {
  const place = placeOf(text as unknown as PageText<Messages>);
  const locale = useLocale();
  const t = (key: string, named: Named = {}): string => {
    const plural = named["n"] ?? named["count"];
    return typeof plural === "number"
      ? i18n.global.t(`${place}.${key}`, named, plural)
      : i18n.global.t(`${place}.${key}`, named);
  };
  return { t, locale, say: (words) => said(words, locale.value) };
}

/** The language in use. */
export function useLocale(): ComputedRef<Locale> {
  return computed(() => i18n.global.locale.value as Locale);
}
