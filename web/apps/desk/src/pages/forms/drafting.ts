// Drafting a form: fields in sections, moved, added, taken out; what is still missing; what a version changed.

import { FIELD_KINDS, type FieldKind, type FormField, type Keeping } from "@jingwei/ui";

export interface Group {
  /** Stays while its words are typed. */
  id: number;
  zh: string;
  en: string;
  fields: FormField[];
}

let ids = 0;
export const newGroup = (zh: string, en: string, fields: FormField[] = []): Group => ({ id: (ids += 1), zh, en, fields });

/** The fields by section, in the order in which the sections are named first. */
export function grouped(fields: readonly FormField[]): Group[] {
  const groups: Group[] = [];
  for (const field of fields) {
    const there = groups.find((one) => one.zh === field.section_zh);
    if (there) there.fields.push({ ...field });
    else groups.push(newGroup(field.section_zh, field.section_en, [{ ...field }]));
  }
  return groups.length ? groups : [newGroup("", "")];
}

/** As they are sent: one list, each field with the words of its section. Numbers that a kind does not have go with it. */
export function flat(groups: readonly Group[]): FormField[] {
  return groups.flatMap((group) => group.fields.map((field) => tidy({ ...field, section_zh: group.zh.trim(), section_en: group.en.trim() })));
}

const BOUNDED: readonly FieldKind[] = ["whole", "decimal", "date"];
const WORDED: readonly FieldKind[] = ["text", "long_text"];
/** Kinds that are sealed: the others are counted and filtered, which nobody can do with what is sealed. */
export const SEALABLE: readonly FieldKind[] = FIELD_KINDS.filter((kind) => !["choices", "yes_no", "whole", "decimal"].includes(kind));
export const hasCodes = (kind: FieldKind): boolean => kind === "choice" || kind === "choices";
export const hasBounds = (kind: FieldKind): boolean => BOUNDED.includes(kind);
export const hasLength = (kind: FieldKind): boolean => WORDED.includes(kind);

function tidy(field: FormField): FormField {
  const { kind } = field;
  return {
    ...field,
    label_zh: field.label_zh.trim(), label_en: field.label_en.trim(), help_zh: field.help_zh.trim(), help_en: field.help_en.trim(),
    code_table: hasCodes(kind) ? field.code_table : "",
    least: hasBounds(kind) ? field.least : null, most: hasBounds(kind) ? field.most : null,
    longest: hasLength(kind) ? field.longest : null, decimals: kind === "decimal" ? field.decimals : null,
    unit_zh: kind === "whole" || kind === "decimal" ? field.unit_zh.trim() : "", unit_en: kind === "whole" || kind === "decimal" ? field.unit_en.trim() : "",
    ...(field.is_personal ? { purpose: field.purpose.trim(), legal_basis: field.legal_basis.trim() } : { purpose: "", legal_basis: "", retention_days: null }),
  };
}

export function newField(key: string): FormField {
  return {
    key, label_zh: "", label_en: "", kind: "text", section_zh: "", section_en: "", is_required: false, keeping: "plain", seen_by: "scope", code_table: "", least: null,
    most: null, longest: null, decimals: null, unit_zh: "", unit_en: "", help_zh: "", help_en: "", is_personal: false, purpose: "", legal_basis: "", retention_days: null,
    is_built_in: false,
  };
}

/** A key for a new field that no other has. */
export function freeKey(taken: readonly string[]): string {
  for (let n = 1; ; n += 1) if (!taken.includes(`field_${n}`)) return `field_${n}`;
}

/** Put a field before the one at `index` of a section. */
export function moved(groups: readonly Group[], key: string, toGroup: number, index: number): Group[] {
  const from = groups.findIndex((group) => group.fields.some((one) => one.key === key));
  const field = groups[from]?.fields.find((one) => one.key === key);
  if (!field || !groups[toGroup]) return [...groups];
  const at = groups[from]?.fields.indexOf(field) ?? 0;
  const goal = from === toGroup && at < index ? index - 1 : index;
  const without = groups.map((group, n) => (n === from ? { ...group, fields: group.fields.filter((one) => one !== field) } : group));
  return without.map((group, n) => (n === toGroup ? { ...group, fields: group.fields.toSpliced(goal, 0, field) } : group));
}

/** One step up or down, over the border of a section as well. */
export function stepped(groups: readonly Group[], key: string, by: 1 | -1): Group[] {
  const group = groups.findIndex((one) => one.fields.some((field) => field.key === key));
  const fields = groups[group]?.fields ?? [];
  const at = fields.findIndex((field) => field.key === key);
  if (at < 0) return [...groups];
  const goal = at + by;
  if (goal >= 0 && goal < fields.length) return moved(groups, key, group, by > 0 ? goal + 1 : goal);
  const next = groups[group + by];
  return next ? moved(groups, key, group + by, by > 0 ? 0 : next.fields.length) : [...groups];
}

export type Gap = "key" | "taken" | "labelZh" | "labelEn" | "englishOnly" | "codes" | "purpose" | "basis" | "retention" | "bounds" | "sealed" | "openPersonal" | "sameLabel" | "openIdentity";
const KEY = /^[a-z][a-z0-9_]{0,29}$/;

/** What is missing of a field before its form can be published, at the place where it is asked. */
export function gapsOf(field: FormField, fields: readonly FormField[]): Gap[] {
  const gaps: Gap[] = [];
  const ask = (isMissing: boolean, gap: Gap) => void (isMissing && gaps.push(gap));
  ask(!field.is_built_in && !KEY.test(field.key), "key");
  ask(fields.filter((one) => one.key === field.key).length > 1, "taken");
  ask(!field.label_zh.trim(), "labelZh");
  ask(!field.label_en.trim(), "labelEn");
  ask(field.label_zh.trim() !== "" && fields.filter((one) => one.label_zh.trim() === field.label_zh.trim()).length > 1, "sameLabel");
  ask(/\p{Script=Han}/u.test(field.label_en + field.help_en + field.unit_en), "englishOnly");
  ask(hasCodes(field.kind) && !field.code_table, "codes");
  ask(hasBounds(field.kind) && field.least !== null && field.most !== null && field.least > field.most, "bounds");
  ask(field.keeping !== "plain" && !SEALABLE.includes(field.kind), "sealed");
  if (field.is_personal) {
    ask(!field.purpose.trim(), "purpose");
    ask(!field.legal_basis.trim(), "basis");
    ask(field.retention_days === null || field.retention_days < 1, "retention");
  }
  // A number that leads to a person is one person's, whatever the form says.
  ask(!field.is_personal && (field.kind === "identity" || field.keeping !== "plain"), "openPersonal");
  ask(field.kind === "identity" && field.keeping === "plain", "openIdentity");
  return gaps;
}

/** What may not change any more once it was published: stored values hang on it. */
export function isFixed(field: FormField, published: readonly FormField[]): boolean {
  return field.is_built_in || published.some((one) => one.key === field.key);
}

export interface Difference {
  field: FormField;
  how: "added" | "removed" | "changed" | "moved";
  /** Names of what differs. */
  parts: (keyof FormField)[];
}

/** What one version says otherwise than the one before it. */
export function differences(before: readonly FormField[], after: readonly FormField[]): Difference[] {
  const was = new Map(before.map((field) => [field.key, field]));
  const is = new Set(after.map((field) => field.key));
  const found: Difference[] = before.filter((field) => !is.has(field.key)).map((field) => ({ field, how: "removed", parts: [] }));
  const order = before.map((field) => field.key).filter((key) => is.has(key));
  const kept = after.map((field) => field.key).filter((key) => was.has(key));
  const inPlace = longestCommon(order, kept);
  for (const field of after) {
    const old = was.get(field.key);
    if (!old) {
      found.push({ field, how: "added", parts: [] });
      continue;
    }
    const parts = (Object.keys(field) as (keyof FormField)[]).filter((part) => field[part] !== old[part]);
    if (parts.length) found.push({ field, how: "changed", parts });
    else if (!inPlace.has(field.key)) found.push({ field, how: "moved", parts: [] });
  }
  return found;
}

/** The keys that kept their order: the longest common subsequence; the others were moved. */
function longestCommon(one: readonly string[], other: readonly string[]): Set<string> {
  const lengths = Array.from({ length: one.length + 1 }, () => new Array<number>(other.length + 1).fill(0));
  for (let a = one.length - 1; a >= 0; a -= 1) {
    for (let b = other.length - 1; b >= 0; b -= 1) {
      lengths[a]![b] = one[a] === other[b] ? lengths[a + 1]![b + 1]! + 1 : Math.max(lengths[a + 1]![b]!, lengths[a]![b + 1]!);
    }
  }
  const kept = new Set<string>();
  for (let a = 0, b = 0; a < one.length && b < other.length; ) {
    if (one[a] === other[b]) {
      kept.add(one[a]!);
      a += 1;
      b += 1;
    } else if (lengths[a + 1]![b]! >= lengths[a]![b + 1]!) a += 1;
    else b += 1;
  }
  return kept;
}

/** A new kind takes along what fits it: what cannot be sealed is kept plain. */
export function ofKind(field: FormField, kind: FieldKind): FormField {
  const keeping: Keeping = SEALABLE.includes(kind) ? field.keeping : "plain";
  // Numbers that lead to a person are sealed and asked for a purpose from the start.
  if (kind === "identity" || kind === "phone") return { ...field, kind, is_personal: true, keeping: "indexed", seen_by: "need" };
  return { ...field, kind, keeping };
}
