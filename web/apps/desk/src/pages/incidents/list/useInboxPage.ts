// The three panes together: the address, the list, where one stands, and what the keys do.

import { isTyping, label } from "@jingwei/domain";
import { useKeys, usePageText } from "@jingwei/ui";
import { computed, nextTick, onBeforeUnmount, onMounted, ref, shallowRef, watch } from "vue";
import { useRoute, useRouter } from "vue-router";
import { addressOf, queryOf, readAddress, toArguments, writeAddress, type Address } from "./address.js";
import type { Row } from "./columns.js";
import { text } from "./text.js";
import { useActing, type Action, type Done, type Given } from "./useActing.js";
import { useCursor } from "./useCursor.js";
import { useList } from "./useList.js";
import { useViews, type View } from "./useViews.js";
import { useInbox } from "./useWaiting.js";

/** Letters of actions on what is marked; one matter's own letters are the matter's. */
export const KEYS: Partial<Record<Action, string>> = {
  accept: "a", take: "a", dispatch: "d", return: "r", recall: "r", assign: "g", pass_check: "p", fail_check: "f",
  close: "c", escalate: "q", take_up: "q", suspend: "s", resume: "s", void: "v", note: "n", urge: "t",
};
const GROUP = { zh: "收件箱", en: "Inbox" };
const MARKED = { zh: "对选中的", en: "What is selected" };
const LETTERS: [string, Action[], string, string][] = [
  ["a", ["accept", "take"], "受理、接收", "Accept, take"],
  ["d", ["dispatch"], "派遣", "Dispatch"],
  ["r", ["return", "recall"], "退回、撤回派遣", "Return, recall"],
  ["g", ["assign"], "指派到人", "Assign"],
  ["p", ["pass_check"], "核查通过", "Passed"],
  ["f", ["fail_check"], "核查不通过", "Not passed"],
  ["c", ["close"], "结案", "Close"],
  ["q", ["escalate", "take_up"], "上报上级、提级办理", "Escalate, take up"],
  ["s", ["resume", "suspend"], "挂起、恢复", "Suspend, resume"],
  ["v", ["void"], "作废", "Void"],
  ["n", ["note"], "备注", "Note"],
  ["t", ["urge"], "催办", "Urge"],
];

export interface Asking {
  action: Action;
  rows: Row[];
  total: number;
  needs: string[];
}

/** What the pane beside the list lets the list do: begin an action in its own form. */
export interface PaneApi {
  incident: { id: string } | undefined;
  offers: readonly { action: string }[];
  start: (action: never) => void;
}
const PANE_WITHIN_MS = 3000;

export function useInboxPage(focusSearch: () => void, focusRow: () => void, pane: () => PaneApi | null | undefined) {
  const route = useRoute();
  const router = useRouter();
  const { t, locale } = usePageText(text);

  const address = computed(() => readAddress(route.query));
  const line = computed(() => queryOf({ ...address.value, columns: null, order: null }) && queryOf(address.value));
  /** Nothing was asked for yet: which list it will be is decided below. */
  const isBare = computed(() => route.name === "inbox" && Object.keys(route.query).length === 0);
  const list = useList(address, () => !isBare.value);
  const cursor = useCursor(list.ids, first(route.query["id"]));
  const views = useViews();
  const inbox = useInbox();
  const acting = useActing(address, list);
  const asking = shallowRef<Asking | null>(null);
  const sheet = shallowRef<Done | null>(null);
  const isFiltering = ref(false);
  const naming = shallowRef<{ view?: View } | null>(null);
  const message = ref("");

  const current = computed(() => (cursor.currentId.value ? list.byId.value.get(cursor.currentId.value) : undefined));
  const marked = computed(() => list.rows.value.filter((row) => cursor.selected.value.has(row.id)));

  // --- the address ---------------------------------------------------------------------------------------

  /** Leaving one list for another: what the old one stood on is no longer written into the address. */
  let isOpening = false;
  /** Another list: nothing is marked in it, and its first row is stood on. */
  function open(query: Record<string, string | string[]>, replaces = false): void {
    const target = { name: "inbox", query: Object.keys(query).length ? query : { all: "1" } };
    isOpening = true;
    cursor.clear();
    cursor.goTo(null);
    void (replaces ? router.replace(target) : router.push(target)).finally(() => (isOpening = false));
  }
  function change(next: Address): void {
    const isSameList = JSON.stringify(toArguments(next)) === JSON.stringify(toArguments(address.value));
    const query = { ...writeAddress(next), ...(isSameList && cursor.currentId.value ? { id: cursor.currentId.value } : {}) };
    if (isSameList) void router.replace({ name: "inbox", query: Object.keys(query).length ? query : { all: "1" } });
    else open(query);
  }
  const openView = (view: View) => open(addressOf(view.query));

  // Nothing asked for: the view that was made the first, else the first tray that holds something.
  watch(
    [isBare, inbox.data, views.query.isFetched],
    ([isUndecided, counted, hasViews]) => {
      if (!isUndecided || !counted || !hasViews) return;
      const preferred = views.own.value.find((view) => view.is_default);
      const tray = counted.buckets.find((one) => one.count > 0) ?? counted.buckets[0];
      open(preferred ? addressOf(preferred.query) : tray ? { tray: tray.bucket } : {}, true);
    },
    { immediate: true },
  );

  watch(cursor.currentId, (id) => {
    if (id) list.noteSeen(id);
    if (route.name !== "inbox" || isBare.value || isOpening || first(route.query["id"]) === id) return;
    const query = { ...route.query };
    delete query["id"];
    void router.replace({ name: "inbox", query: id ? { ...query, id } : query });
  });
  watch(
    () => first(route.query["id"]),
    (id) => {
      if (id && id !== cursor.currentId.value) cursor.goTo(id);
    },
  );
  // A list that opens stands on its first row, so that the keys have something to act on; not where the matter
  // would cover the list.
  const isNarrow = matchMedia("(max-width: 900px)");
  watch(
    () => [list.query.isSuccess.value, list.ids.value[0]] as const,
    ([isRead, id]) => {
      if (!isNarrow.matches && !isBare.value && isRead && id && !cursor.currentId.value) cursor.goTo(id);
    },
    { immediate: true },
  );

  // --- doing ---------------------------------------------------------------------------------------------

  function say(words: string): void {
    message.value = "";
    void nextTick(() => (message.value = words));
  }

  /** Do the first of these actions that is possible for what is marked, or for where one stands. */
  function start(...actions: Action[]): void {
    const targets = marked.value.length ? marked.value : current.value ? [current.value] : [];
    if (!targets.length) return say(t("act.nothing"));
    const action = actions.find((one) => targets.some((row) => row.actions.includes(one)));
    if (!action) {
      const name = label("action", actions[0] as string, locale.value);
      const possible = (targets[0]?.actions ?? []).map((one) => label("action", one, locale.value)).join("、");
      const refusal = t(targets.length > 1 ? "act.none" : "act.noneHere", { action: name });
      return say(possible ? `${refusal} ${t("act.possible", { actions: possible })}` : refusal);
    }
    if (!marked.value.length && pane() && !isReady(action, targets)) return void startBeside(action, targets[0] as Row);
    const rows = targets.filter((row) => row.actions.includes(action));
    const needs = list.actions.value.find((one) => one.action === action)?.needs ?? [];
    if (isReady(action, rows) && rows.length === targets.length) void run(action, rows, {});
    else asking.value = { action, rows, total: targets.length, needs };
  }

  /** Nothing has to be said for it: accepting what has its item, taking a task. */
  function isReady(action: Action, rows: readonly Row[]): boolean {
    const needs = list.actions.value.find((one) => one.action === action)?.needs ?? [];
    return needs.every((need) => need === "item" && rows.every((row) => row.item_code));
  }

  /** One matter's form stands beside the list, with all there is to know; hands are faster than its reading. */
  async function startBeside(action: Action, row: Row): Promise<void> {
    const isThere = () => pane()?.incident?.id === row.id;
    if (!isThere()) await new Promise<void>((resolve) => {
      const stop = watch(isThere, (now) => now && done());
      const late = setTimeout(() => done(), PANE_WITHIN_MS);
      const done = () => {
        clearTimeout(late);
        stop();
        resolve();
      };
    });
    const beside = pane();
    if (cursor.currentId.value === row.id && beside?.offers.some((one) => one.action === action)) beside.start(action as never);
  }

  /** One key, no words, the next one at once: done before the pane's own letters hear of it. */
  function quick(event: KeyboardEvent): void {
    const row = current.value;
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing && !event.repeat;
    if (event.key.toLowerCase() !== "a" || !isPlain || isTyping(event.target) || marked.value.length || !row) return;
    const action = (["accept", "take"] as const).find((one) => row.actions.includes(one));
    if (!action || !isReady(action, [row])) return;
    event.preventDefault();
    void run(action, [row], {});
  }
  onMounted(() => document.addEventListener("keydown", quick, true));
  onBeforeUnmount(() => document.removeEventListener("keydown", quick, true));

  async function run(action: Action, rows: readonly Row[], given: Given): Promise<void> {
    cursor.clear();
    tell(await acting.act(action, rows, given));
  }

  function tell(done: Done): void {
    const ok = done.outcomes.filter((one) => one.is_done).length;
    const refused = done.outcomes.length - ok;
    const name = label("action", done.action, locale.value);
    if (done.state === "unsent" || refused > 0) {
      sheet.value = done;
      return;
    }
    const one = done.rows.length === 1 && done.rows[0];
    const says = done.isUndo ? t("act.undone", { n: ok }) : one ? t("act.doneOne", { action: name, title: one.title }) : t("act.done", { action: name, n: ok });
    say(acting.canUndo.value && !done.isUndo ? `${says} · ${t("act.canUndo")}` : says);
  }

  async function undo(): Promise<void> {
    const done = acting.canUndo.value ? await acting.undo(t("act.undoRemark")) : null;
    if (done) return tell(done);
    const last = acting.last.value;
    say(last && !last.isUndo ? t("act.cannotUndo", { action: label("action", last.action, locale.value) }) : t("act.nothingToUndo"));
  }

  /** The refused ones again, at the versions they have now. */
  async function retry(done: Done, ids: readonly string[]): Promise<void> {
    await list.query.refetch();
    const rows = ids.map((id) => list.byId.value.get(id)).filter((row): row is Row => row !== undefined);
    if (rows.length) await run(done.action, rows, done.given);
    else say(t("act.none", { action: label("action", done.action, locale.value) }));
  }

  async function resend(): Promise<void> {
    const again = acting.resend.value;
    if (again) tell(await again());
  }

  /** The matter beside the list was moved on in its own pane. */
  function moved(incidentId: string, action: string): void {
    const row = list.byId.value.get(incidentId);
    if (!row) return acting.refresh();
    acting.tookStep(row, action);
    say(`${t("act.doneOne", { action: label("action", action, locale.value), title: row.title })}${acting.canUndo.value ? ` · ${t("act.canUndo")}` : ""}`);
  }

  function submit(given: Given): void {
    const asked = asking.value;
    asking.value = null;
    if (asked) void run(asked.action, asked.rows, given);
  }

  async function more(): Promise<void> {
    if (list.query.hasNextPage.value && !list.query.isFetchingNextPage.value) await list.query.fetchNextPage();
  }

  function step(steps: 1 | -1): void {
    focusRow();
    if (!cursor.move(steps) && steps > 0) void more().then(() => cursor.move(1));
    else if (list.ids.value.length - list.ids.value.indexOf(cursor.currentId.value ?? "") < 10) void more();
  }

  function openTray(steps: 1 | -1): void {
    const trays = inbox.data.value?.buckets.map((one) => one.bucket) ?? [];
    const at = address.value.tray ? trays.indexOf(address.value.tray) : -1;
    const tray = trays[(at + steps + trays.length) % trays.length];
    if (tray) open({ tray });
  }

  useKeys([
    { key: "j", does: { zh: "下一件", en: "Next" }, group: GROUP, run: () => step(1) },
    { key: "k", does: { zh: "上一件", en: "Previous" }, group: GROUP, run: () => step(-1) },
    { key: "x", does: { zh: "选中；按住 Shift 选一段", en: "Select; with Shift a range" }, group: GROUP, run: (event) => cursor.currentId.value && cursor.toggle(cursor.currentId.value, { isRange: event.shiftKey }) },
    { key: "Ctrl+a", does: { zh: "全选已读取的", en: "Select all that are read" }, group: GROUP, run: () => cursor.selectAll(true) },
    { key: "Escape", does: { zh: "取消选择", en: "Clear the selection" }, group: GROUP, run: () => cursor.clear() },
    { key: "/", does: { zh: "查找", en: "Search" }, group: GROUP, run: focusSearch },
    { key: "u", does: { zh: "撤回刚才的操作", en: "Undo what was just done" }, group: GROUP, run: () => void undo() },
    { key: "]", does: { zh: "下一盘", en: "Next tray" }, group: GROUP, run: () => openTray(1) },
    { key: "[", does: { zh: "上一盘", en: "Previous tray" }, group: GROUP, run: () => openTray(-1) },
    ...LETTERS.map(([key, actions, zh, en]) => ({ key, does: { zh, en }, group: MARKED, run: () => start(...actions) })),
  ]);

  return {
    address, line, list, cursor, views, acting, asking, sheet, isFiltering, naming, message, current, marked,
    open, change, openView, start, submit, undo, retry, resend, moved, more, step, inbox,
  };
}

function first(value: unknown): string | null {
  const one = Array.isArray(value) ? value[0] : value;
  return typeof one === "string" && one ? one : null;
}
