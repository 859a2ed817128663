// Who did what: the filters of the address, as the server asks for them, and what an entry says, in words.

import { listAuditEntries, type Schema } from "@jingwei/client";
import { exactTime, label, said, stateLabel, type Locale } from "@jingwei/domain";
import { useRead, useUrlState } from "@jingwei/face";
import { computed } from "vue";
import type { Thing } from "./entryText.js";
import { ACTS, FACTS } from "./entryWords.js";
import { given } from "./useLooks.js";

export type Entry = Schema<"EntryOut">;
const PAGE = 50;
/** An entry's line shows so much of what changed; the rest opens. */
export const AT_ONCE = 3;
const SHOWN = 8;

const THINGS: Record<string, Thing> = {
  "incidents.incident": "incident", "incidents.batch": "batch", "incidents.hands": "hands", "hotline.call": "call", "hotline.callback": "callback",
  "hotline.caller": "call", "hotline.seat": "seat", "access.person": "person", "access.account": "account", "access.post": "post", "access.unit": "unit",
  "access.token": "token", "access.delegation": "delegation", "access.key": "key", "access.provider": "provider", "access.providerlink": "provider",
  "notices.notice": "notice", "notices.announcement": "announcement", "notices.outgoing": "outgoing", "imports.batch": "import", "imports.export": "export",
  "clocks.calendaryear": "calendar", "clocks.calendarday": "calendar", "clocks.policy": "policy", "clocks.watch": "watch", "routing.itemlist": "items",
  "routing.item": "items", "routing.dutylist": "duties", "routing.dutyrow": "duties", "areas.area": "area", "territory.draft": "territory",
  "territory.publication": "territory", "gazetteer.place": "place", "basemap.dataset": "basemap", "ledger.component": "component",
  "ledger.resource": "resource", "tasking.task": "task", "tasking.share": "task", "worklog.logentry": "entry", "doorvisits.doorvisit": "visit", "doorvisits.visitform": "form", "joint.whistle": "whistle", "joint.meeting": "meeting",
  "joint.mediation": "mediation", "joint.enforcement": "enforcement", "returnvisits.visit": "visit", "returnvisits.check": "visit",
  "dwellings.building": "building", "dwellings.house": "house", "residents.resident": "resident", "residents.household": "resident", "residents.residence": "resident",
  "residents.request": "resident", "workforce.member": "force", "workforce.team": "force", "workforce.standard": "force", "workforce.referral": "referral",
  "concerns.concern": "concern", "concerns.topic": "concern", "forms.form": "form", "forms.codetable": "form",
  "supervision.discipline": "supervision", "supervision.card": "supervision", "supervision.note": "supervision", "supervision.case": "supervision",
  "files.file": "file", "files.upload": "file", "audit.seal": "audit", "audit.looks": "audit", "retention.run": "retention", "preferences.view": "view",
};

/** What was acted upon: its kind, as far as this page knows it, otherwise as the audit writes it; and the end of its number. */
export function thingOf(target: string): { thing: Thing; number: string } {
  const [kind = "", ...ids] = target.split(":");
  const id = ids.at(-1) ?? "";
  const thing = THINGS[kind];
  return thing ? { thing, number: id.slice(-SHOWN) } : { thing: "other", number: `${kind} ${id.slice(-SHOWN)}`.trim() };
}

/** The matter that an entry speaks of, to open it. */
export function matterOf(target: string): string | undefined {
  return /^incidents\.incident:([0-9a-f-]{36})$/.exec(target)?.[1];
}

const YES_NO = { "zh-CN": ["是", "否"], en: ["yes", "no"] } as const;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A value of the record in one line: moments as people write them, of numbers of things the end. */
export function inLine(value: unknown, locale: Locale): string {
  if (value === null || value === "") return "—";
  if (Array.isArray(value)) return value.map((one) => inLine(one, locale)).join(locale === "en" ? ", " : "、") || "—";
  if (typeof value === "boolean") return YES_NO[locale][value ? 0 : 1];
  if (typeof value === "object") return JSON.stringify(value);
  const text = String(value);
  if (MOMENT.test(text)) return exactTime(new Date(text), locale);
  return ID.test(text) ? text.slice(-SHOWN) : text;
}

function actIn(act: string, isMatter: boolean, locale: Locale): string {
  const step = label("action", act, locale);
  const own = ACTS[act];
  return own && (!isMatter || step === act) ? said({ zh: own[0], en: own[1] }, locale) : step;
}

const IN_WORDS: Record<string, (value: string, isMatter: boolean, locale: Locale) => string> = {
  act: actIn,
  action: actIn,
  state: (value, isMatter, locale) => (isMatter ? stateLabel(Number(value), locale) : value),
  role: (value, _isMatter, locale) => label("role", value, locale),
  checked_by: (value, _isMatter, locale) => label("role", value, locale),
  channel: (value, _isMatter, locale) => label("channel", value, locale),
};

/** What changed, each with its name in words; a name newer than this page shows itself. */
export function factsOf(one: Pick<Entry, "target" | "change">, locale: Locale): [name: string, value: string][] {
  const isMatter = one.target.startsWith("incidents.incident:");
  return Object.entries(one.change).map(([name, value]) => {
    const words = FACTS[name];
    const told = typeof value === "string" || typeof value === "number" ? IN_WORDS[name]?.(String(value), isMatter, locale) : undefined;
    return [words ? said({ zh: words[0], en: words[1] }, locale) : name, told ?? inLine(value, locale)];
  });
}

export function useEntries() {
  const url = useUrlState({ target: "", person_id: "", from: "", to: "" });
  const asked = computed(() => given(url.state.value));
  const entries = useRead(
    listAuditEntries,
    () => ({ ...asked.value, limit: PAGE, ...(url.cursor.value ? { cursor: url.cursor.value } : {}) }),
    { keepsPrevious: true },
  );
  return { url, asked, entries };
}
