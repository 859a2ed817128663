// Filling in a record's form, on every face: what was typed, what of it changed, what is wrong with it. What was not sent
// is kept for this window alone, and nothing of a person is.

import { drafts, DraftStore } from "@jingwei/domain";
import { computed, ref, shallowRef, watch, type ComputedRef, type Ref } from "vue";
import { useNow } from "../minute.js";
import { usePageText } from "../texts.js";
import { faultIn } from "./checks.js";
import { changedFacts, faultsOf, isEmpty, isMasked, labelOf, mayBeKept, sectionsOf, type Section } from "./facts.js";
import { text } from "./text.js";
import type { ChangedFacts, Facts, FormField, FormShape, ValueFault } from "./types.js";

const inWindow = new DraftStore(() => window.sessionStorage);

export interface RecordFormProps {
  form: FormShape;
  /** What is on record; nothing for a new one. */
  facts?: Facts;
  /** A new record: whatever is required is asked for. */
  isNew?: boolean;
  /** What was thrown when it was sent: faults are said at their fields. */
  error?: unknown;
  /** Faults known from elsewhere. */
  errors?: readonly ValueFault[];
  /** Under which unsent input is kept while this window is open; without it nothing is. */
  draftKey?: string;
}

export interface RecordForm {
  sections: ComputedRef<Section[]>;
  /** What stands in a field: as typed, or as on record. */
  valueOf: (field: FormField) => unknown;
  put: (field: FormField, value: unknown) => void;
  /** Leaving a field: from now on what is wrong with it is said. */
  left: (field: FormField) => void;
  faultOf: (field: FormField) => string;
  labelOf: (field: FormField) => string;
  helpOf: (field: FormField) => string;
  unitOf: (field: FormField) => string;
  /** A masked value that stands as it is: shown, with a way to type it anew. */
  isShut: (field: FormField) => boolean;
  maskedOf: (field: FormField) => string;
  isCleared: (field: FormField) => boolean;
  isOpened: (field: FormField) => boolean;
  open: (field: FormField) => void;
  clear: (field: FormField) => void;
  shut: (field: FormField) => void;
  isRestored: Ref<boolean>;
  /** The first field with a fault, after all were looked at; nothing where it can be sent. */
  firstFault: () => FormField | undefined;
  forget: () => void;
}

export function useRecordForm(props: RecordFormProps, changed: Ref<ChangedFacts>): RecordForm {
  const { t, say, locale } = usePageText(text);
  const now = useNow();
  const typed = ref<Record<string, unknown>>({});
  const seen = ref<ReadonlySet<string>>(new Set());
  const isRestored = ref(false);
  /** Faults of the server that the person has not answered yet by typing. */
  const answered = shallowRef<ReadonlySet<string>>(new Set());
  const facts = computed<Facts>(() => props.facts ?? {});
  const sections = computed(() => sectionsOf(props.form, locale.value));
  const byKey = computed(() => new Map(props.form.fields.map((field) => [field.key, field])));
  const isThere = (field: FormField) => isMasked(field) && !isEmpty(facts.value[field.key]);
  const refused = computed(() => new Map([...(props.errors ?? []), ...faultsOf(props.error)].map((one) => [one.field, one])));
  watch([() => props.error, () => props.errors], () => (answered.value = new Set()));

  /** Told only where it is something else: a page may make its facts anew whenever it hears of a change. */
  function compare(): void {
    const now = changedFacts(props.form, facts.value, typed.value);
    if (JSON.stringify(now) !== JSON.stringify(changed.value)) changed.value = now;
  }

  function tell(): void {
    compare();
    keep();
  }

  /** Only what was changed, and never what is somebody's. */
  function keep(): void {
    if (!props.draftKey || !drafts.person) return;
    inWindow.open(drafts.person);
    const plain = Object.entries(changed.value).filter(([key]) => {
      const field = byKey.value.get(key);
      return field !== undefined && mayBeKept(field);
    });
    if (plain.length) inWindow.write(props.draftKey, Object.fromEntries(plain));
    else inWindow.drop(props.draftKey);
  }

  function restore(): void {
    typed.value = {};
    seen.value = new Set();
    isRestored.value = false;
    if (props.draftKey && drafts.person) {
      inWindow.open(drafts.person);
      const kept = inWindow.read(props.draftKey);
      const plain = Object.entries(typeof kept === "object" && kept !== null ? kept : {}).filter(([key]) => {
        const field = byKey.value.get(key);
        return field !== undefined && mayBeKept(field);
      });
      typed.value = Object.fromEntries(plain);
    }
    compare();
    isRestored.value = Object.keys(changed.value).length > 0;
  }
  watch(() => [props.draftKey, props.form.kind], restore, { immediate: true });
  // The record was read again, or its form has a new version: what was typed stays, and is compared with what stands now.
  watch([() => props.facts, () => props.form], tell);

  function put(field: FormField, value: unknown): void {
    typed.value = { ...typed.value, [field.key]: value };
    answered.value = new Set([...answered.value, field.key]);
    tell();
  }

  function shut(field: FormField): void {
    const { [field.key]: _gone, ...rest } = typed.value;
    typed.value = rest;
    seen.value = new Set([...seen.value].filter((key) => key !== field.key));
    tell();
  }

  const valueOf = (field: FormField): unknown => (field.key in typed.value ? typed.value[field.key] : isThere(field) ? "" : facts.value[field.key]);
  const isCleared = (field: FormField): boolean => isThere(field) && field.key in typed.value && typed.value[field.key] === null;
  const isShut = (field: FormField): boolean => isThere(field) && !(field.key in typed.value);
  const isOpened = (field: FormField): boolean => isThere(field) && field.key in typed.value;

  /** Nothing is asked of what stands on record already and was not touched: somebody else answers for that. */
  function ownFault(field: FormField): string {
    const isTouched = field.key in typed.value;
    if (!isTouched && !props.isNew) return "";
    if (isShut(field)) return "";
    // Opened, and nothing typed yet: it stays what it is.
    if (isOpened(field) && typed.value[field.key] === "") return "";
    const fault = faultIn(field, valueOf(field), now.value);
    return fault ? t(`fault.${fault.why}`, fault.named ?? {}) : "";
  }

  function faultOf(field: FormField): string {
    const said = answered.value.has(field.key) ? undefined : refused.value.get(field.key);
    if (said) return say({ zh: said.message, en: said.message_en || said.message });
    return seen.value.has(field.key) ? ownFault(field) : "";
  }

  function firstFault(): FormField | undefined {
    seen.value = new Set(props.form.fields.map((field) => field.key));
    return sections.value.flatMap((section) => section.fields).find((field) => ownFault(field));
  }

  function forget(): void {
    if (props.draftKey) inWindow.drop(props.draftKey);
    typed.value = {};
    seen.value = new Set();
    isRestored.value = false;
    changed.value = {};
  }

  return {
    sections,
    valueOf,
    put,
    left: (field) => (seen.value = new Set([...seen.value, field.key])),
    faultOf,
    labelOf: (field) => labelOf(field, locale.value),
    helpOf: (field) => say({ zh: field.help_zh, en: field.help_en || field.help_zh }),
    unitOf: (field) => say({ zh: field.unit_zh, en: field.unit_en || field.unit_zh }),
    isShut,
    maskedOf: (field) => String(facts.value[field.key] ?? ""),
    isCleared,
    isOpened,
    open: (field) => put(field, ""),
    clear: (field) => put(field, null),
    shut,
    isRestored,
    firstFault,
    forget,
  };
}
