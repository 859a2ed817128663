// What stands in a record's history and is no field of its form, as a form would say it.

import type { FormField } from "@jingwei/ui";

export const besides = (words: readonly (readonly [key: string, label_zh: string, label_en: string])[]): FormField[] =>
  words.map(([key, label_zh, label_en]) => ({
    key, label_zh, label_en, kind: "text", section_zh: "", section_en: "", is_required: false, keeping: "plain", seen_by: "scope", code_table: "", least: null, most: null,
    longest: null, decimals: null, unit_zh: "", unit_en: "", help_zh: "", help_en: "", is_personal: false, purpose: "", legal_basis: "", retention_days: null, is_built_in: true,
  }));
