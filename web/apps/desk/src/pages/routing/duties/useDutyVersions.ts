import { deleteDutyDraft, exportDutyList, listDutyLines, listDutyLists, openDutyList, startDutyDraft, withdrawDutyList } from "@jingwei/client";
import { usePageText } from "@jingwei/ui";
import { reactive } from "vue";
import { useVersionActs } from "../parts/versions.js";
import { text } from "./text.js";
import type { DutyList } from "./useDuties.js";

/** What can be done to the versions of the matrix. */
export function useDutyVersions() {
  const { t } = usePageText(text);
  const draft = reactive({ isAsked: false, name: "" });
  const acts = useVersionActs<DutyList>(t, {
    sheet: "routing.duties",
    reads: [listDutyLists, listDutyLines],
    take: (one) => exportDutyList({ duty_list_id: one.list_id }),
    open: (one, on) => openDutyList({ duty_list_id: one.list_id, valid_from_on: on, lines_seen: one.lines }),
    withdraw: (one) => withdrawDutyList({ duty_list_id: one.list_id }),
    remove: (one) => deleteDutyDraft({ duty_list_id: one.list_id }),
  });
  async function start(): Promise<void> {
    if (await acts.perform(() => startDutyDraft({ name: draft.name }), t("versions.started", { name: draft.name }))) Object.assign(draft, { isAsked: false, name: "" });
  }
  return { acts, draft, start };
}
