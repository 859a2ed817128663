import {
  deleteItemListDraft, downloadImportTemplate, exportItemList, listItemListDrafts, listItemLists, listItems, listUnitKinds, openItemList, saveUnitKind,
  withdrawItemList, type Schema,
} from "@jingwei/client";
import { cityDay } from "@jingwei/domain";
import { queryClient, readAgain, saveFile, useRead } from "@jingwei/face";
import { useNow, usePageText } from "@jingwei/ui";
import { ElMessage } from "element-plus/es/components/message/index";
import { ElMessageBox } from "element-plus/es/components/message-box/index";
import { computed, reactive, shallowRef } from "vue";
import { text } from "./text.js";

type List = Schema<"ListOut">;
export type VersionState = "draft" | "coming" | "inForce" | "past";

/** Where a version stands on a day. */
export function stateOf(one: List, today: string): VersionState {
  if (!one.valid_from_on) return "draft";
  if (one.valid_from_on > today) return "coming";
  return one.valid_to_on && one.valid_to_on <= today ? "past" : "inForce";
}

/** Drafts first, then the versions, and what can be done to each. */
export function useVersions() {
  const { t } = usePageText(text);
  const now = useNow();
  const drafts = useRead(listItemListDrafts);
  const versions = useRead(listItemLists);
  const kindsRead = useRead(listUnitKinds);
  const failure = shallowRef<unknown>();
  const opening = reactive({ list: null as List | null, on: cityDay(new Date()), looked: false, failure: undefined as unknown });
  const kind = reactive({ key: "", zh: "", en: "" });
  const rows = computed(() =>
    [...(drafts.data.value ?? []), ...(versions.data.value ?? [])].map((one) => ({
      ...one,
      state: stateOf(one, cityDay(now.value)),
      period: !one.valid_from_on
        ? ""
        : one.valid_to_on
          ? t("versions.fromTo", { from: one.valid_from_on, to: one.valid_to_on })
          : t("versions.from", { from: one.valid_from_on }),
    })),
  );

  async function perform(doing: () => Promise<unknown>, says?: string): Promise<boolean> {
    failure.value = undefined;
    try {
      await doing();
      await readAgain(queryClient, [listItemListDrafts, listItemLists, listItems, listUnitKinds]);
      if (says) ElMessage.success(says);
      return true;
    } catch (error) {
      failure.value = error;
      return false;
    }
  }
  const sure = (words: string, confirm: string) =>
    ElMessageBox.confirm(words, { type: "warning", confirmButtonText: confirm, cancelButtonText: t("cancel") }).then(() => true, () => false);

  const template = () => perform(async () => saveFile((await downloadImportTemplate({ sheet_key: "routing.items" })) as unknown as Blob, "routing.items.xlsx"));
  const take = (one: List) =>
    perform(async () => saveFile((await exportItemList({ list_id: one.list_id })) as unknown as Blob, t("versions.exportName", { name: one.name })));

  async function open(): Promise<void> {
    const list = opening.list;
    if (!list) return;
    const isDone = await perform(
      () => openItemList({ list_id: list.list_id, valid_from_on: opening.on, items_seen: list.items }),
      t("versions.opened", { name: list.name, on: opening.on }),
    );
    opening.failure = failure.value;
    if (isDone) Object.assign(opening, { list: null, looked: false });
  }
  async function withdraw(one: List): Promise<void> {
    if (!(await sure(t("versions.withdrawAsk", { name: one.name }), t("versions.withdraw")))) return;
    await perform(() => withdrawItemList({ list_id: one.list_id }), t("versions.withdrawn", { name: one.name }));
  }
  async function remove(one: List): Promise<void> {
    if (!(await sure(t("versions.deleteAsk", { name: one.name }), t("versions.delete")))) return;
    await perform(() => deleteItemListDraft({ list_id: one.list_id }), t("versions.deleted"));
  }
  async function saveKind(): Promise<void> {
    const name = kind.zh;
    const isDone = await perform(() => saveUnitKind({ key: kind.key, name_zh: kind.zh, name_en: kind.en }), t("versions.kindSaved", { name }));
    if (isDone) Object.assign(kind, { key: "", zh: "", en: "" });
  }

  return { query: versions, rows, failure, opening, kinds: computed(() => kindsRead.data.value ?? []), kind, template, take, open, withdraw, remove, saveKind };
}
