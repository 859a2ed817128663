import {
  deleteItemListDraft, exportItemList, listItemListDrafts, listItemLists, listItems, listUnitKinds, openItemList, saveUnitKind, withdrawItemList,
  type Schema,
} from "@jingwei/client";
import { cityDay } from "@jingwei/domain";
import { useRead } from "@jingwei/face";
import { useNow, usePageText } from "@jingwei/ui";
import { computed, reactive } from "vue";
import { stateOf, useVersionActs } from "./parts/versions.js";
import { text } from "./text.js";

type List = Schema<"ListOut">;

/** Drafts first, then the versions, and what can be done to each. */
export function useVersions() {
  const { t } = usePageText(text);
  const now = useNow();
  const drafts = useRead(listItemListDrafts);
  const versions = useRead(listItemLists);
  const kindsRead = useRead(listUnitKinds);
  const kind = reactive({ key: "", zh: "", en: "" });
  const rows = computed(() =>
    [...(drafts.data.value ?? []), ...(versions.data.value ?? [])].map((one) => ({ ...one, state: stateOf(one, cityDay(now.value)) })),
  );
  const acts = useVersionActs<List>(t, {
    sheet: "routing.items",
    reads: [listItemListDrafts, listItemLists, listItems, listUnitKinds],
    take: (one) => exportItemList({ list_id: one.list_id }),
    open: (one, on) => openItemList({ list_id: one.list_id, valid_from_on: on, items_seen: one.items }),
    withdraw: (one) => withdrawItemList({ list_id: one.list_id }),
    remove: (one) => deleteItemListDraft({ list_id: one.list_id }),
  });
  async function saveKind(): Promise<void> {
    const name = kind.zh;
    const isDone = await acts.perform(() => saveUnitKind({ key: kind.key, name_zh: kind.zh, name_en: kind.en }), t("versions.kindSaved", { name }));
    if (isDone) Object.assign(kind, { key: "", zh: "", en: "" });
  }
  return { acts, query: versions, rows, kinds: computed(() => kindsRead.data.value ?? []), kind, saveKind };
}
