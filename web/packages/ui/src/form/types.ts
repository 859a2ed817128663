// A record's form, its facts and its changes, as the server says them: one definition draws desk and phone.

export const FIELD_KINDS = ["text", "long_text", "whole", "decimal", "yes_no", "choice", "choices", "date", "phone", "identity", "credit_code"] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];
export const KEEPINGS = ["plain", "sealed", "indexed"] as const;
export type Keeping = (typeof KEEPINGS)[number];
export const SEEN_BYS = ["scope", "need", "keeper"] as const;
export type SeenBy = (typeof SEEN_BYS)[number];

export interface FormCode {
  value: string;
  name_zh: string;
  name_en: string;
  is_active: boolean;
}

export interface FormCodeTable {
  key: string;
  title_zh: string;
  title_en: string;
  source: string;
  is_national: boolean;
  codes: readonly FormCode[];
}

export interface FormField {
  key: string;
  label_zh: string;
  label_en: string;
  kind: FieldKind;
  section_zh: string;
  section_en: string;
  is_required: boolean;
  keeping: Keeping;
  seen_by: SeenBy;
  code_table: string;
  /** Bounds of numbers; for dates days from today, 0 being today. */
  least: number | null;
  most: number | null;
  longest: number | null;
  decimals: number | null;
  unit_zh: string;
  unit_en: string;
  help_zh: string;
  help_en: string;
  is_personal: boolean;
  purpose: string;
  legal_basis: string;
  retention_days: number | null;
  is_built_in: boolean;
}

/** A form in force, with the code tables that its fields name. */
export interface FormShape {
  kind: string;
  version: number;
  title_zh: string;
  title_en: string;
  fields: readonly FormField[];
  code_tables: readonly FormCodeTable[];
}

/** A value as it is sent: null clears the field. */
export type FactValue = string | number | boolean | string[] | null;
/** Only what was changed. */
export type ChangedFacts = Record<string, FactValue>;
/** A record's facts as shown: what nobody filled, or may not see, is not there. */
export type Facts = Readonly<Record<string, unknown>>;

export interface ValueFault {
  field: string;
  message: string;
  message_en: string;
}

export interface ConflictField {
  field: string;
  label: string;
  label_en: string;
  yours: unknown;
  theirs: unknown;
  by: string;
  at: string;
}

/** What somebody else changed since the form was filled, where both wrote the same field. */
export interface RecordConflict {
  version: number;
  fields: readonly ConflictField[];
}

/** A field of two records that are to be joined; sealed values come masked. */
export interface JoinedField {
  field: string;
  outcome: "same" | "kept" | "filled" | "choose";
  kept?: unknown;
  other?: unknown;
}

export interface RecordChange {
  record_version: number;
  deed: string;
  at: string;
  actor_name: string;
  unit_name?: string | null;
  source: string;
  remark?: string | null;
  /** Field → before and after; of a sealed field only that it changed. */
  facts: Readonly<Record<string, unknown>>;
}

/** Stands in a history for a value that is not told. */
export const UNTOLD = "•";
