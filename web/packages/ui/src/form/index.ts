// A record's form, facts, conflict and history. Imported by pages, never by a shell: they are no part of the first load.

export { default as EditConflict } from "./EditConflict.vue";
export { default as FreshMark } from "./FreshMark.vue";
export { default as RecordFacts } from "./RecordFacts.vue";
export { default as RecordForm } from "./RecordForm.vue";
export { default as RecordJoin } from "./RecordJoin.vue";
export { default as RecordHistory } from "./RecordHistory.vue";
export { default as SideChoice } from "./SideChoice.vue";
export { longestOf } from "./checks.js";
export { changedFacts, codeName, codesOf, conflictOf, faultsOf, freshOf, labelOf, sayFact, sectionsOf, type FreshState, type Section } from "./facts.js";
export { text as recordText } from "./text.js";
export {
  FIELD_KINDS, KEEPINGS, SEEN_BYS,
  type ChangedFacts, type Facts, type FactValue, type FieldKind, type FormCode, type FormCodeTable, type FormField, type FormShape, type JoinedField, type Keeping, type RecordChange,
  type RecordConflict, type SeenBy, type ValueFault,
} from "./types.js";
export { useRecordForm, type RecordForm as RecordFilling, type RecordFormProps } from "./useRecordForm.js";
