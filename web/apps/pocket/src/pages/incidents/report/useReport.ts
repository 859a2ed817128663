// One report on its way: what was said so far, kept on this phone through every step, back and forth, and a reload.

import type { Schema } from "@jingwei/client";
import { useDraft, useSession, type Draft } from "@jingwei/face";
import type { Datum } from "@jingwei/device";
import { computed, effectScope, watch, type ComputedRef } from "vue";
import { shellOf } from "@/shell/places.js";

export type Receipt = Schema<"ReceiptOut">;

/** In whose name: the three of every report, and a tip, which a single post reads. */
export type Who = Schema<"Identity"> | "tip";

/** How the place became known; it is said beside it, so that a wrong one is noticed. */
export type PlacedBy = "" | "here" | "photo" | "map" | "words" | "list" | "code";

export interface Place {
  by: PlacedBy;
  lon: number | null;
  lat: number | null;
  datum: Datum;
  accuracy_m: number | null;
  areaCode: string;
  /** The area as people say it: 资阳区 汽车路街道 … */
  areaName: string;
  /** Words beside it, or instead of a position: at the gate, behind the school. */
  address: string;
}

export interface Item {
  code: string;
  name: string;
}

export interface Said {
  /** Made here, so that sending twice is one report. Empty until somebody begins. */
  id: string;
  words: string;
  place: Place;
  item: Item;
  who: Who | "";
  name: string;
  phone: string;
  isUrgent: boolean;
  /** The number plate of the component that it is about, where one was scanned; drafts of earlier versions have none. */
  componentCode?: string;
  /** What was handed in without an answer; sent again as it was, it is not a second report. */
  unanswered: string;
  /** What this phone computed for this report, because much came in from around it. */
  challenge: Schema<"AnsweredIn"> | null;
}

const nowhere = (): Place => ({
  by: "",
  lon: null,
  lat: null,
  datum: "wgs84",
  accuracy_m: null,
  areaCode: "",
  areaName: "",
  address: "",
});

function nothing(): Said {
  return {
    id: "",
    words: "",
    place: nowhere(),
    item: { code: "", name: "" },
    who: "",
    name: "",
    phone: "",
    isUrgent: false,
    unanswered: "",
    challenge: null,
  };
}

/** A name and a number lie on a phone for a day, not for a week. */
const HOURS = 24;

export interface Report {
  said: Draft<Said>["value"];
  isRestored: Draft<Said>["isRestored"];
  /** The name under which the photos and the recording of this report travel. */
  bundle: ComputedRef<string>;
  isBegun: ComputedRef<boolean>;
  isPlaced: ComputedRef<boolean>;
  /** Staff report in their own name. */
  isStaff: ComputedRef<boolean>;
  who: ComputedRef<Who>;
  begin: () => void;
  place: (found: Partial<Place>) => void;
  unplace: () => void;
  clear: () => void;
}

function make(): Report {
  const session = useSession();
  const carried = carryOver();
  const { value: said, isRestored, clear } = useDraft("report", nothing, { hours: HOURS });
  carried.into(said);
  const isStaff = computed(() => session.isIn && shellOf(session.me) !== "resident");
  return {
    said,
    isRestored,
    clear,
    isStaff,
    bundle: computed(() => `report:${said.value.id}`),
    isBegun: computed(() => said.value.id !== ""),
    isPlaced: computed(() => said.value.place.lon !== null || said.value.place.areaCode !== ""),
    /** Who does not say is nobody; who is signed in reports under their name, as everywhere. */
    who: computed(() => (isStaff.value ? "named" : said.value.who || (session.isIn ? "named" : "anonymous"))),
    begin: () => {
      if (said.value.id) return;
      said.value.id = crypto.randomUUID();
      carried.begun(said.value.id);
    },
    place: (found) => {
      said.value.place = { ...nowhere(), address: said.value.place.address, ...found };
      // Elsewhere it is about something else.
      if (found.by !== "code") said.value.componentCode = "";
    },
    unplace: () => {
      said.value.place = { ...nowhere(), address: said.value.place.address };
    },
  };
}

/**
 * The server said late who is here: what was begun since the page stands goes on under their name. The first watcher
 * stands before the draft's own, which puts their draft in its place; the second one after it.
 */
function carryOver() {
  const session = useSession();
  let begunHere = "";
  let kept: Said | undefined;
  let place: Draft<Said>["value"] | undefined;
  watch(
    () => session.me?.person_id,
    (now, before) => {
      const isMine = now && !before && place && place.value.id !== "" && place.value.id === begunHere;
      kept = isMine ? (JSON.parse(JSON.stringify(place!.value)) as Said) : undefined;
    },
    { flush: "sync" },
  );
  return {
    begun: (id: string) => (begunHere = id),
    into: (said: Draft<Said>["value"]) => {
      place = said;
      watch(
        () => session.me?.person_id,
        () => {
          if (kept && said.value.id !== kept.id) said.value = kept;
          kept = undefined;
        },
        { flush: "sync" },
      );
    },
  };
}

let shared: Report | undefined;

/** The steps are pages of their own; what was said stands above them. */
export function useReport(): Report {
  shared ??= effectScope(true).run(make)!;
  return shared;
}

/** What is handed in. Empty words are fine where there is a photo or a voice. */
export function bodyOf(said: Said, who: Who, fileIds: readonly string[]): Schema<"ReportIn"> {
  const { place } = said;
  const isNamed = who === "named" || who === "confidential" || who === "tip";
  return {
    id: said.id,
    words: said.words.trim(),
    title: "",
    position:
      place.lon !== null && place.lat !== null
        ? { lon: place.lon, lat: place.lat, datum: place.datum, accuracy_m: place.accuracy_m }
        : null,
    area_code: place.areaCode || null,
    address: place.address.trim(),
    item_code: said.item.code,
    identity: who === "tip" ? (said.phone.trim() ? "confidential" : "anonymous") : who,
    reporter_name: isNamed ? said.name.trim() : "",
    reporter_phone: isNamed ? said.phone.trim() : "",
    about_unit_id: null,
    is_urgent: said.isUrgent,
    file_ids: [...fileIds],
    reported_at: null,
    ...(said.componentCode ? { component_code: said.componentCode } : {}),
    ...(said.challenge ? { challenge: { ...said.challenge } } : {}),
  } as Schema<"ReportIn">;
}
