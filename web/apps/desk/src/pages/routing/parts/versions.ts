// Versions of a list that is opened as a whole, the items' or the duty matrix's: where each stands, what can be done to it.

import { downloadImportTemplate, type OperationId } from "@jingwei/client";
import { cityDay } from "@jingwei/domain";
import { queryClient, readAgain, saveFile } from "@jingwei/face";
import { ElMessage } from "element-plus/es/components/message/index";
import { ElMessageBox } from "element-plus/es/components/message-box/index";
import { reactive, shallowRef, type ShallowRef } from "vue";

export type VersionState = "draft" | "coming" | "inForce" | "past";
export const TAGS = { draft: "warning", coming: "primary", inForce: "success", past: "info" } as const;
interface Period {
  valid_from_on: string | null;
  valid_to_on: string | null;
}
export interface Version extends Period {
  list_id: number;
  name: string;
}

/** Where a version stands on a day. */
export function stateOf(one: Period, today: string): VersionState {
  if (!one.valid_from_on) return "draft";
  if (one.valid_from_on > today) return "coming";
  return one.valid_to_on && one.valid_to_on <= today ? "past" : "inForce";
}

type Word =
  | "from" | "fromTo" | "exportName" | "opened" | "withdraw" | "withdrawAsk" | "withdrawn" | "delete" | "deleteAsk" | "deleted"
  | VersionState | "export" | "openTitle" | "openLead" | "openOn" | "openOnHelp" | "looked" | "open";
/** The words of the page; both say these things in words of their own. */
export type Say = (key: `versions.${Word}` | "cancel", named?: Record<string, string | number>) => string;

/** From when to when, in words; nothing for a draft. */
export function periodOf(one: Period, t: Say): string {
  if (!one.valid_from_on) return "";
  return one.valid_to_on ? t("versions.fromTo", { from: one.valid_from_on, to: one.valid_to_on }) : t("versions.from", { from: one.valid_from_on });
}

/** What this list does with a version. `reads` is what is stale afterwards. */
export interface Doings<V extends Version> {
  sheet: string;
  reads: readonly { operationId: OperationId }[];
  take: (one: V) => Promise<unknown>;
  open: (one: V, on: string) => Promise<unknown>;
  withdraw: (one: V) => Promise<unknown>;
  remove: (one: V) => Promise<unknown>;
}

/** The draft that is about to be opened, and the day from which it shall hold. */
export interface Opening<V> {
  list: V | null;
  on: string;
  looked: boolean;
  failure: unknown;
}

export interface VersionActs<V extends Version> {
  failure: ShallowRef<unknown>;
  opening: Opening<V>;
  /** Does something, has the lists read again and says so; false where it was refused. */
  perform: (doing: () => Promise<unknown>, says?: string) => Promise<boolean>;
  template: () => Promise<boolean>;
  take: (one: V) => Promise<boolean>;
  open: () => Promise<void>;
  withdraw: (one: V) => Promise<void>;
  remove: (one: V) => Promise<void>;
}

export function useVersionActs<V extends Version>(t: Say, does: Doings<V>): VersionActs<V> {
  const failure = shallowRef<unknown>();
  const opening = reactive({ list: null, on: cityDay(new Date()), looked: false, failure: undefined }) as Opening<V>;

  async function perform(doing: () => Promise<unknown>, says?: string): Promise<boolean> {
    failure.value = undefined;
    try {
      await doing();
      await readAgain(queryClient, does.reads);
      if (says) ElMessage.success(says);
      return true;
    } catch (error) {
      failure.value = error;
      return false;
    }
  }
  const sure = (words: string, confirm: string) =>
    ElMessageBox.confirm(words, { type: "warning", confirmButtonText: confirm, cancelButtonText: t("cancel") }).then(() => true, () => false);
  const keep = async (file: Promise<unknown>, name: string) => saveFile((await file) as Blob, name);

  async function open(): Promise<void> {
    const list = opening.list;
    if (!list) return;
    const isDone = await perform(() => does.open(list, opening.on), t("versions.opened", { name: list.name, on: opening.on }));
    opening.failure = failure.value;
    if (isDone) Object.assign(opening, { list: null, looked: false });
  }
  async function withdraw(one: V): Promise<void> {
    if (!(await sure(t("versions.withdrawAsk", { name: one.name }), t("versions.withdraw")))) return;
    await perform(() => does.withdraw(one), t("versions.withdrawn", { name: one.name }));
  }
  async function remove(one: V): Promise<void> {
    if (!(await sure(t("versions.deleteAsk", { name: one.name }), t("versions.delete")))) return;
    await perform(() => does.remove(one), t("versions.deleted"));
  }
  return {
    failure, opening, perform, open, withdraw, remove,
    template: () => perform(() => keep(downloadImportTemplate({ sheet_key: does.sheet }), `${does.sheet}.xlsx`)),
    take: (one) => perform(() => keep(does.take(one), t("versions.exportName", { name: one.name }))),
  };
}
