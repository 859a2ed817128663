// What a visit sends: an answer for each question and whom it is about; what was left open is not sent.

import { Refusal, type Schema } from "@jingwei/client";

export type Question = Schema<"DoorQuestionOut">;
export type AtDoor = Schema<"AtDoorOut">;
export type DoorRecord = Schema<"AtDoorRecordOut">;
export type Given = { isUnchanged: true } | { isUnchanged: false; value: unknown };
export type GivenOf = Readonly<Record<string, Given>>;

export interface AnswerFault {
  question: string;
  record_id: string | null;
  message: string;
  message_en: string;
}

export interface AnswerConflict {
  question: string;
  kind: string;
  record_id: string;
  field: string;
  label: string;
  label_en: string;
  yours: unknown;
  theirs: unknown;
  by: string;
  at: string;
  version: number;
}

/** What stands for a value that is not told. */
const UNTOLD = "•";
export const isUntold = (value: unknown): boolean => typeof value === "string" && value.startsWith(UNTOLD);

const listOf = <T>(error: unknown, name: string): T[] => {
  const data = error instanceof Refusal && error.code.startsWith("doorvisits.answers_") ? (error.body.data as Record<string, unknown>) : {};
  return Array.isArray(data[name]) ? (data[name] as T[]) : [];
};
export const faultsIn = (error: unknown): AnswerFault[] => listOf(error, "faults");
export const conflictsIn = (error: unknown): AnswerConflict[] => listOf(error, "conflicts");

/** The answers of one card: of the house (no record) or of a person. */
export function answersOf(given: GivenOf, recordId: string | null): Schema<"DoorAnswerIn">[] {
  return Object.entries(given).map(([question, one]) => ({
    question,
    ...(recordId === null ? {} : { record_id: recordId }),
    ...(one.isUnchanged ? { is_unchanged: true } : { value: one.value }),
  }));
}

/** What lay before the officer, each in the version that was shown or that a settled conflict has brought. */
export const lookedAt = (records: readonly DoorRecord[], conflicts: readonly AnswerConflict[]): Schema<"DoorLookedIn">[] =>
  records.map(({ kind, record_id, version }) => ({
    kind,
    record_id,
    version: Math.max(version, ...conflicts.filter((one) => one.record_id === record_id).map((one) => one.version)),
  }));

/** How many others are registered otherwise in what is asked once for the house. */
export function otherwise(question: Question, records: readonly DoorRecord[], known: unknown): number {
  return question.lands.reduce((sum, land) => {
    if (land.kind === question.kind) return sum;
    return sum + records.filter((one) => one.kind === land.kind && JSON.stringify(one.facts[land.field] ?? null) !== JSON.stringify(known ?? null)).length;
  }, 0);
}
