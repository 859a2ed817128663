// Labels come from the glossary: docs/glossary.csv → generated/labels.ts. Nobody types a state's name by hand.

import { LABELS } from "./generated/labels.js";

export const LOCALES = ["zh-CN", "en"] as const;
export type Locale = (typeof LOCALES)[number];

/** The same words in both languages, as menus, keys and generated labels carry them. */
export interface Words {
  zh: string;
  en: string;
}

export type LabelKind = keyof typeof LABELS;

/** One of two texts by language: what the server sends as `message`, `message_en`, for example. */
export function said(words: Words, locale: Locale): string {
  return locale === "zh-CN" ? words.zh : words.en;
}

/** `label("action", "dispatch", "en")` → "Dispatch". An identifier newer than this page shows itself. */
export function label(kind: LabelKind, identifier: string, locale: Locale): string {
  const words = (LABELS[kind] as Record<string, Words>)[identifier];
  return words ? said(words, locale) : identifier;
}
