// What each action of the server is called by here: its operation, its letter, and how its form becomes a request.
// Which actions there are, and what they need, the server says with every incident; no face decides anything.

import {
  acceptIncident, answerQuestion, askAssist, askExtension, askReporter, assignTask, closeIncident, correctIncident, dispatchIncident, editReport,
  escalateIncident, failCheck, grantExtension, handleTask, handOverWork, instructIncident, noteIncident, objectDispatch, passCheck, rateIncident,
  recallIncident, refuseExtension, refuseObjection, reopenIncident, reportAssist, rerouteIncident, resumeIncident, returnTask, splitIncident, suspendIncident, takeAssist, takeTask,
  takeUpIncident, upholdObjection, urgeIncident, voidIncident, type Schema,
} from "@jingwei/client";

export type Incident = Schema<"IncidentOut">;
export type Offer = Schema<"ActionOut">;
export type ActionName = Offer["action"];

/** A file that goes with a step, and what it shows. */
export interface Proof {
  file_id: string;
  kind: string;
}

/** Everything a form may hold; which fields it shows follows from `needs`. */
export interface Filled {
  /** Made once for each form: what is sent again, because its answer was lost, is the same. */
  id: string;
  remark: string;
  itemCode: string;
  unitId: string;
  /** Units asked to assist in the same go. */
  assistIds: string[];
  limit: string;
  postId: string;
  until: string;
  address: string;
  /** Where it really is, picked on the map; WGS-84. */
  place: { lon: number; lat: number } | null;
  proofs: Proof[];
  isInternal: boolean;
  stars: number;
  isSolved: boolean | null;
}

export function emptyForm(): Filled {
  return {
    id: crypto.randomUUID(), remark: "", itemCode: "", unitId: "", assistIds: [], limit: "", postId: "", until: "", address: "",
    place: null, proofs: [], isInternal: true, stars: 0, isSolved: null,
  };
}

interface Verb {
  key: string;
  /** Red, and asked twice by its form: there is no undo. */
  isGrave?: boolean;
  send: (incident: Incident, form: Filled, version: number) => Promise<unknown>;
}

type Remarked = (given: { incident_id: string; version: number; remark: string }) => Promise<unknown>;
type Proved = (given: { incident_id: string; version: number; remark: string; proofs: never[] }) => Promise<unknown>;

const remarked = (operation: unknown): Verb["send"] => (incident, form, version) =>
  (operation as Remarked)({ incident_id: incident.id, version, remark: form.remark });
const named = (operation: unknown): Verb["send"] => (incident, form, version) =>
  (operation as (given: { incident_id: string; version: number; remark: string; unit_id: string }) => Promise<unknown>)({
    incident_id: incident.id, version, remark: form.remark, unit_id: form.unitId,
  });
const proved = (operation: unknown): Verb["send"] => (incident, form, version) =>
  (operation as Proved)({ incident_id: incident.id, version, remark: form.remark, proofs: form.proofs as never[] });

/** What is set right about a matter: only what was filled in. */
const corrected = (form: Filled) => ({
  ...(form.itemCode ? { item_code: form.itemCode } : {}),
  ...(form.address ? { address: form.address } : {}),
  ...(form.place ? { position: { ...form.place, datum: "wgs84" as const } } : {}),
});

export const VERBS: Partial<Record<ActionName, Verb>> = {
  accept: {
    key: "a",
    send: (incident, form, version) =>
      acceptIncident({ incident_id: incident.id, version, remark: form.remark, item_code: form.itemCode }),
  },
  take: { key: "a", send: remarked(takeTask) },
  dispatch: {
    key: "d",
    send: (incident, form, version) =>
      dispatchIncident({
        incident_id: incident.id, version, remark: form.remark, unit_id: form.unitId, handle_limit: form.limit,
        assist_ids: form.assistIds.filter((one) => one !== form.unitId && one !== incident.centre_id),
      }),
  },
  handle: { key: "h", send: proved(handleTask) },
  take_assist: { key: "a", send: remarked(takeAssist) },
  report_assist: { key: "h", send: proved(reportAssist) },
  pass_check: { key: "p", send: proved(passCheck) },
  close: { key: "c", send: remarked(closeIncident) },
  grant_extension: { key: "y", send: remarked(grantExtension) },
  refuse_extension: { key: "z", send: remarked(refuseExtension) },
  resume: { key: "s", send: remarked(resumeIncident) },
  assign: {
    key: "g",
    send: (incident, form, version) =>
      assignTask({ incident_id: incident.id, version, remark: form.remark, post_id: form.postId }),
  },
  fail_check: { key: "f", send: proved(failCheck) },
  ask_extension: {
    key: "l",
    send: (incident, form, version) =>
      askExtension({ incident_id: incident.id, version, remark: form.remark, limit: form.limit }),
  },
  answer: {
    key: "w",
    send: (incident, form, version) =>
      answerQuestion({
        incident_id: incident.id, version, words: form.remark, file_ids: form.proofs.map((one) => one.file_id),
      }),
  },
  uphold: { key: "y", send: named(upholdObjection) },
  refuse_objection: { key: "z", send: remarked(refuseObjection) },
  object: { key: "o", send: named(objectDispatch) },
  return: { key: "r", send: remarked(returnTask) },
  recall: { key: "r", send: remarked(recallIncident) },
  reroute: {
    key: "d",
    send: (incident, form, version) =>
      rerouteIncident({
        incident_id: incident.id, version, remark: form.remark, unit_id: form.unitId,
        ...corrected(form),
      }),
  },
  correct: {
    key: "e",
    send: (incident, form, version) =>
      correctIncident({
        incident_id: incident.id, version, remark: form.remark,
        ...corrected(form),
      }),
  },
  escalate: { key: "q", send: remarked(escalateIncident) },
  take_up: { key: "q", send: remarked(takeUpIncident) },
  suspend: {
    key: "s",
    send: (incident, form, version) =>
      suspendIncident({ incident_id: incident.id, version, remark: form.remark, until: form.until }),
  },
  ask_assist: {
    key: "",
    send: (incident, form, version) =>
      askAssist({ incident_id: incident.id, version, remark: form.remark, unit_id: form.unitId, limit: form.limit }),
  },
  urge: { key: "t", send: remarked(urgeIncident) },
  instruct: { key: "i", send: remarked(instructIncident) },
  ask_reporter: { key: "w", send: remarked(askReporter) },
  hand_over: {
    key: "m",
    send: (incident, form) =>
      handOverWork({
        post_id: holderOf(incident), to_post_id: form.postId, incident_ids: [incident.id], remark: form.remark,
      }),
  },
  split: {
    key: "b",
    send: (incident, form, version) =>
      splitIncident({
        incident_id: incident.id, version, words: form.remark, unit_id: form.unitId, item_code: form.itemCode, handle_limit: form.limit,
      }),
  },
  note: {
    key: "n",
    send: (incident, form) =>
      noteIncident({
        incident_id: incident.id, id: form.id, remark: form.remark, is_internal: form.isInternal, proofs: form.proofs as never[],
      }),
  },
  edit: {
    key: "i",
    send: (incident, form, version) => editReport({ incident_id: incident.id, version, words: form.remark }),
  },
  rate: {
    key: "b",
    send: (incident, form, version) =>
      rateIncident({
        incident_id: incident.id, version, remark: form.remark, stars: form.stars, is_solved: form.isSolved === true,
      }),
  },
  reopen: { key: "o", send: remarked(reopenIncident) },
  void: { key: "v", isGrave: true, send: remarked(voidIncident) },
};

/** The order of VERBS: what usually comes next stands first. */
const ORDER = Object.keys(VERBS);

/** The offers of the server in the order of work, without those this page does not know. */
export function inOrder(offers: readonly Offer[]): Offer[] {
  return offers
    .filter((one) => one.action in VERBS)
    .sort((one, other) => ORDER.indexOf(one.action) - ORDER.indexOf(other.action));
}

/** Notes can always be left; they are never what should be done next. */
export function nextOf(offers: readonly Offer[]): Offer | undefined {
  return inOrder(offers).find((one) => !["note", "hand_over", "correct", "reroute", "split", "object", "reopen", "void", "urge", "instruct", "ask_reporter", "ask_assist"].includes(one.action));
}

/** The letter of an action among those offered: where two share one, the first in order has it. */
export function keyOf(action: ActionName, offers: readonly Offer[]): string {
  const key = VERBS[action]?.key ?? "";
  return inOrder(offers).find((one) => VERBS[one.action]?.key === key)?.action === action ? key : "";
}

/** Fields of an action that its `needs` do not name but that people may fill. */
export const OPTIONAL: Partial<Record<ActionName, readonly string[]>> = {
  accept: ["remark"],
  take: [],
  dispatch: ["remark", "limit", "assists"],
  assign: ["remark"],
  grant_extension: ["remark"],
  resume: ["remark"],
  correct: ["item", "address", "place"],
  reroute: ["item", "address", "place"],
  split: ["item", "limit"],
  pass_check: ["evidence"],
  fail_check: ["evidence"],
  report_assist: ["evidence"],
  take_assist: [],
  note: ["evidence", "internal"],
  edit: ["remark"],
  answer: ["evidence"],
  urge: ["remark"],
  rate: ["remark"],
};

export function fieldsOf(offer: Offer): string[] {
  return [...new Set([...offer.needs, ...(OPTIONAL[offer.action] ?? [])])];
}

/** Whether the one click is all of it. */
export function isOneClick(offer: Offer): boolean {
  return fieldsOf(offer).length === 0;
}

const LEAST_REMARK = 2;

/** The fields that are still missing before it can be sent; the server checks again. */
export function missingIn(offer: Offer, form: Filled, incident: Incident): string[] {
  const has: Record<string, boolean> = {
    remark: form.remark.trim().length >= LEAST_REMARK,
    words: form.remark.trim() !== "" || form.proofs.length > 0,
    item: form.itemCode !== "" || incident.item_code !== "",
    unit: form.unitId !== "",
    assignee: form.postId !== "",
    limit: /^\d{1,3}[hdHD]$/.test(form.limit),
    until: form.until !== "",
    rating: form.stars > 0 && form.isSolved !== null,
    evidence: offer.evidence?.every((one) => form.proofs.some((proof) => proof.kind === one.kind)) ?? true,
  };
  const missing = offer.needs.filter((need) => !(has[need] ?? true));
  const asksReason = offer.action === "dispatch" && form.limit !== "" && !has["remark"];
  return asksReason ? [...missing, "remark"] : missing;
}

function holderOf(incident: Incident): string {
  const open = incident.tasks.filter((task) => task.ended_at === null).at(-1) ?? incident.tasks.at(-1);
  return open?.assignee_post_id ?? "";
}
