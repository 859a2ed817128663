import { listUnitKinds } from "@jingwei/client";
import { useRead } from "@jingwei/face";
import { usePageText } from "@jingwei/ui";
import { computed } from "vue";
import { text } from "./text.js";

const COLUMNS = [
  "item_code", "class_name", "subclass_name", "item_name", "definition", "unit_kind", "accept_limit", "handle_limit", "verify_limit",
  "evidence", "handling_standard", "closing_standard", "is_urgent", "legal_basis", "is_published",
] as const;
type Column = (typeof COLUMNS)[number];
const EVIDENCE = ["photo_before", "photo_after", "document", "call_record", "none"] as const;
type Evidence = (typeof EVIDENCE)[number];

/** How limits, evidence, kinds and columns of items are said. */
export function useItemWords() {
  const { t, locale } = usePageText(text);
  const kinds = useRead(listUnitKinds, undefined, { staleTime: 300_000 });
  const names = computed(() => new Map((kinds.data.value ?? []).map((one) => [one.key, locale.value === "en" ? one.name_en : one.name_zh])));

  const kindName = (key: string) => names.value.get(key) ?? key;
  function limit(written: string): string {
    const unit = written.slice(-1);
    const count = Number(written.slice(0, -1));
    return unit === "h" || unit === "d" || unit === "H" || unit === "D" ? t(`limit.${unit}`, { n: count }) : written;
  }
  const evidence = (keys: readonly string[]) =>
    keys.length ? keys.map((key) => (EVIDENCE.includes(key as Evidence) ? t(`evidence.${key as Evidence}`) : key)).join(locale.value === "en" ? ", " : "、") : t("evidence.none");
  const column = (name: string) => (COLUMNS.includes(name as Column) ? t(`column.${name as Column}`) : name);
  /** A cell of an item as people read it. */
  function cell(name: string, value: string): string {
    if (!value) return t("compare.empty");
    if (name.endsWith("_limit")) return limit(value);
    if (name === "unit_kind") return kindName(value);
    if (name === "evidence") return evidence(value === "none" ? [] : value.split("+"));
    return value;
  }
  return { kinds, kindName, limit, evidence, column, cell };
}
