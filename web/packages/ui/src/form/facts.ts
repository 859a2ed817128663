// A record's facts in words, in their sections; what was changed; and what two people wrote into the same field.

import { Refusal } from "@jingwei/client";
import { cityDay, said, type Locale } from "@jingwei/domain";
import { cleaned, isSame } from "./checks.js";
import { text } from "./text.js";
import type { ChangedFacts, Facts, FormCode, FormField, FormShape, RecordConflict, ValueFault } from "./types.js";

export interface Section {
  title: string;
  fields: FormField[];
}

export const labelOf = (field: Pick<FormField, "label_zh" | "label_en">, locale: Locale): string => said({ zh: field.label_zh, en: field.label_en || field.label_zh }, locale);
export const codeName = (code: FormCode, locale: Locale): string => said({ zh: code.name_zh, en: code.name_en || code.name_zh }, locale);

/** The fields by section, in the order in which each section is named first. */
export function sectionsOf(form: Pick<FormShape, "fields">, locale: Locale): Section[] {
  const found = new Map<string, Section>();
  for (const field of form.fields) {
    const section = found.get(field.section_zh) ?? { title: said({ zh: field.section_zh, en: field.section_en || field.section_zh }, locale), fields: [] };
    section.fields.push(field);
    found.set(field.section_zh, section);
  }
  return [...found.values()];
}

/** The codes that may be chosen: those in use, and the one that stands there already. */
export function codesOf(form: Pick<FormShape, "code_tables">, field: FormField, chosen?: unknown): FormCode[] {
  const table = form.code_tables.find((one) => one.key === field.code_table);
  const there = [chosen].flat().map(String);
  return (table?.codes ?? []).filter((one) => one.is_active || there.includes(one.value));
}

/** Whether its value is shown masked, and typed anew instead of corrected. */
export const isMasked = (field: FormField): boolean => field.keeping !== "plain" || field.seen_by !== "scope";

/** Whether what is typed there may lie in this browser for a while: nothing of a person, nothing that is sealed. */
export const mayBeKept = (field: FormField): boolean => !field.is_personal && !isMasked(field) && !["phone", "identity"].includes(field.kind);

export const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);

/** Of what was typed only what says something else than the record. */
export function changedFacts(form: Pick<FormShape, "fields">, facts: Facts, typed: Readonly<Record<string, unknown>>): ChangedFacts {
  const changed: ChangedFacts = {};
  for (const field of form.fields) {
    if (!(field.key in typed)) continue;
    const value = typed[field.key];
    // A masked value was not corrected but typed anew; left empty it stays what it is, null takes it away.
    if (isMasked(field) && !isEmpty(facts[field.key])) {
      if (value === null || !isEmpty(value)) changed[field.key] = cleaned(field, value);
    } else if (!isSame(field, value, facts[field.key])) changed[field.key] = cleaned(field, value);
  }
  return changed;
}

/** A value in words; nothing for an empty one. */
export function sayFact(form: Pick<FormShape, "code_tables">, field: FormField, value: unknown, locale: Locale): string {
  if (isEmpty(value)) return "";
  const words = text[locale];
  if (field.kind === "yes_no" && typeof value === "boolean") return value ? words.yes : words.no;
  if (field.kind === "choice" || field.kind === "choices") {
    const codes = codesOf(form, field, value);
    const names = [value].flat().map((one) => codes.find((code) => code.value === String(one))).map((code, at) => (code ? codeName(code, locale) : String([value].flat()[at])));
    return names.join(locale === "zh-CN" ? "、" : ", ");
  }
  const unit = said({ zh: field.unit_zh, en: field.unit_en || field.unit_zh }, locale);
  const plain = Array.isArray(value) ? value.join(locale === "zh-CN" ? "、" : ", ") : String(value);
  return unit ? `${plain} ${unit}` : plain;
}

export type FreshState = "fresh" | "soon" | "due" | "never";
/** Days before it is due from which one says so. */
const SOON_DAYS = 30;
const DAY_MS = 86_400_000;

/** When a record was last seen and whether it is to be seen again: "3 个月前核实，已到期". */
export function freshOf(seenAt: string | null | undefined, dueOn: string | null | undefined, now: Date, locale: Locale): { words: string; state: FreshState } {
  const words = text[locale].fresh;
  if (!seenAt) return { words: words.never, state: "never" };
  const today = Date.parse(cityDay(now));
  const days = Math.max(0, Math.round((today - Date.parse(cityDay(new Date(seenAt)))) / DAY_MS));
  const ahead = dueOn ? Math.round((Date.parse(dueOn) - today) / DAY_MS) : undefined;
  const spell = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const since = days < 60 ? spell.format(-days, "day") : days < 730 ? spell.format(-Math.floor(days / 30.4), "month") : spell.format(-Math.floor(days / 365.25), "year");
  const seen = words.seen.replace("{since}", since);
  const state: FreshState = ahead === undefined ? "fresh" : ahead < 0 ? "due" : ahead <= SOON_DAYS ? "soon" : "fresh";
  if (ahead === undefined || state === "fresh") return { words: seen, state };
  const due = state === "due" ? words.due : ahead === 0 ? words.today : words.soon.replace("{n}", String(ahead));
  return { words: `${seen}${words.comma}${due}`, state };
}

const dataOf = (error: unknown, code: string): Record<string, unknown> | undefined =>
  error instanceof Refusal && error.code === code ? (error.body.data as Record<string, unknown>) : undefined;

/** The faults that a refusal names, field by field; none where it was refused for another reason. */
export function faultsOf(error: unknown): ValueFault[] {
  const faults = dataOf(error, "forms.bad_facts")?.["faults"];
  return Array.isArray(faults) ? (faults as ValueFault[]) : [];
}

/** What both wrote, if that is why it was refused. */
export function conflictOf(error: unknown): RecordConflict | undefined {
  const data = dataOf(error, "forms.edit_conflict");
  return data && Array.isArray(data["fields"]) ? (data as unknown as RecordConflict) : undefined;
}

export type Side = "mine" | "theirs";

/** What is sent after each of the fields was decided: mine stay, theirs are left as they are by now. */
export function decided(changed: ChangedFacts, conflict: RecordConflict, sides: Readonly<Record<string, Side>>): ChangedFacts {
  const theirs = new Set(conflict.fields.map((one) => one.field).filter((field) => sides[field] === "theirs"));
  return Object.fromEntries(Object.entries(changed).filter(([field]) => !theirs.has(field)));
}
