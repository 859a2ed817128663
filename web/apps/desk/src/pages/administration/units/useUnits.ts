import { listPosts, listUnitKinds, listUnits, renameUnit, setUnitPhone, switchUnitOff, switchUnitOn, type Schema } from "@jingwei/client";
import { queryClient, readAgain, useOwnArea, useRead, useUrlState } from "@jingwei/face";
import { usePageText } from "@jingwei/ui";
import { ElMessage } from "element-plus/es/components/message/index";
import { ElMessageBox } from "element-plus/es/components/message-box/index";
import { computed, ref, shallowRef } from "vue";
import { text as shared } from "../parts/text.js";
import { text } from "./text.js";

export type Unit = Schema<"UnitOut">;
const PAGE = 200;
const MOST_PAGES = 5;

/** The tree is read branch by branch; a search lists units flat. */
export function useUnits() {
  const { t, locale } = usePageText(text);
  const { t: s } = usePageText(shared);
  const area = useOwnArea();
  const url = useUrlState({ words: "", off: "" });
  const chosen = shallowRef<Unit>();
  const failure = shallowRef<unknown>();
  const version = ref(0);
  const opened = ref<string[]>([]);

  const isSearching = computed(() => !!url.state.value.words || !!url.state.value.off);
  const found = useRead(
    listUnits,
    () => ({ words: url.state.value.words, is_active: !url.state.value.off, area_code: area.code.value, limit: 50 }),
    { enabled: isSearching, keepsPrevious: true },
  );
  const results = computed(() => found.data.value?.rows ?? []);
  const posts = useRead(listPosts, () => ({ unit_id: chosen.value?.unit_id ?? "", limit: 200 }), { enabled: () => !!chosen.value });
  const kinds = useRead(listUnitKinds);
  const kindName = (key: string) => {
    if (key === "centre") return t("centre");
    const one = kinds.data.value?.find((kind) => kind.key === key);
    return one ? (locale.value === "en" ? one.name_en : one.name_zh) : key;
  };

  async function below(parent: string): Promise<Unit[]> {
    const rows: Unit[] = [];
    let cursor: string | undefined;
    for (let count = 0; count < MOST_PAGES; count += 1) {
      const page = await listUnits({ parent_id: parent, limit: PAGE, ...(cursor ? { cursor } : {}) });
      rows.push(...page.rows);
      if (!page.next_cursor) break;
      cursor = page.next_cursor;
    }
    return rows;
  }

  /** For el-tree: the topmost centre of one's own area, then whatever stands below a unit. */
  async function load(node: { level: number; data?: unknown }, give: (rows: Unit[]) => void): Promise<void> {
    try {
      if (node.level > 0) return give(await below((node.data as Unit).unit_id));
      const top = await listUnits({ area_code: area.code.value, kind: "centre", limit: 1 });
      if (top.rows[0]) {
        chosen.value ??= top.rows[0];
        opened.value = [top.rows[0].unit_id];
      }
      give(top.rows);
    } catch (error) {
      failure.value = error;
      give([]);
    }
  }

  async function perform(doing: () => Promise<unknown>, says: string): Promise<boolean> {
    failure.value = undefined;
    try {
      await doing();
      version.value += 1;
      await readAgain(queryClient, [listUnits, listPosts]);
      ElMessage.success(says);
      return true;
    } catch (error) {
      failure.value = error;
      return false;
    }
  }

  async function rename(one: Unit): Promise<void> {
    const name = await ElMessageBox.prompt(t("newName"), { inputValue: one.name, confirmButtonText: s("save"), cancelButtonText: s("cancel"), inputPattern: /\S/, inputErrorMessage: t("newName") })
      .then((answer) => answer.value.trim(), () => undefined);
    if (!name || name === one.name) return;
    if (await perform(() => renameUnit({ unit_id: one.unit_id, name }), t("renamed", { name }))) chosen.value = { ...one, name };
  }
  async function setPhone(one: Unit): Promise<void> {
    const phone = await ElMessageBox.prompt(t("newPhone"), one.name, { inputValue: one.public_phone, confirmButtonText: s("save"), cancelButtonText: s("cancel") })
      .then((answer) => (answer.value ?? "").trim(), () => undefined);
    if (phone === undefined || phone === one.public_phone) return;
    if (await perform(() => setUnitPhone({ unit_id: one.unit_id, phone }), t("phoneSet"))) chosen.value = { ...one, public_phone: phone };
  }
  async function turnOff(one: Unit): Promise<void> {
    const isSure = await ElMessageBox.confirm(t("switchOffAsk", { name: one.name }), { type: "warning", confirmButtonText: t("switchOff"), cancelButtonText: s("cancel") })
      .then(() => true, () => false);
    if (!isSure) return;
    if (await perform(() => switchUnitOff({ unit_id: one.unit_id }), t("switchedOff", { name: one.name }))) chosen.value = { ...one, is_active: false };
  }
  async function turnOn(one: Unit): Promise<void> {
    if (await perform(() => switchUnitOn({ unit_id: one.unit_id }), t("switchedOn", { name: one.name }))) chosen.value = { ...one, is_active: true };
  }

  return { url, area, chosen, failure, version, opened, isSearching, found, results, posts, kinds, kindName, load, rename, setPhone, turnOff, turnOn };
}
