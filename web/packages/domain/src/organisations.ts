// Organisations and places: what their kinds and standings are called, and the colour that goes with it. The same on every face.

import type { Words } from "./labels.js";
import type { Colour } from "./states.js";

export const ORGANISATION_KINDS = ["place", "self_employed", "legal_entity", "social"] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];
/** Those that have a credit code and may run a place. */
export const ENTITY_KINDS = ["legal_entity", "self_employed", "social"] as const satisfies readonly OrganisationKind[];
export const ORGANISATION_STATUSES = ["open", "closed", "moved_away", "struck_off"] as const;
export type OrganisationStatus = (typeof ORGANISATION_STATUSES)[number];
/** For what sealed facts may be looked at; the first is offered. */
export const ORGANISATION_PURPOSES = ["visit_resident", "keep_record", "supervision"] as const;
export type OrganisationPurpose = (typeof ORGANISATION_PURPOSES)[number];

export const KIND_WORDS: Readonly<Record<OrganisationKind, Words>> = {
  place: { zh: "场所", en: "Place" },
  self_employed: { zh: "个体工商户", en: "Self-employed business" },
  legal_entity: { zh: "法人", en: "Legal entity" },
  social: { zh: "社会组织", en: "Social organisation" },
};
export const STATUS_WORDS: Readonly<Record<OrganisationStatus, Words>> = {
  open: { zh: "在营", en: "Open" },
  closed: { zh: "停业", en: "Closed" },
  moved_away: { zh: "迁出", en: "Moved away" },
  struck_off: { zh: "注销", en: "Struck off" },
};

export const isOrganisationKind = (kind: string): kind is OrganisationKind => (ORGANISATION_KINDS as readonly string[]).includes(kind);

/** What is not open any more is grey: nothing is to be done about it. */
export const organisationColour = (status: OrganisationStatus): Colour => (status === "open" ? "done" : "waiting");

/** How it may stand next. */
export const nextStatuses = (status: OrganisationStatus): OrganisationStatus[] =>
  status === "open" ? ["closed", "moved_away", "struck_off"] : ["open", ...ORGANISATION_STATUSES.filter((one) => one !== "open" && one !== status)];

/** Where it is or shall be: a registered house, or an address with a position or the area it lies in. */
export interface PlaceGiven {
  house_id: string;
  address: string;
  area_code: string;
  position: { lon: number; lat: number; datum: "wgs84" | "cgcs2000" | "gcj02" | "bd09"; accuracy_m?: number } | undefined;
  /** An address is written; otherwise a house is chosen. */
  isWritten: boolean;
}

export const noPlace = (house_id = ""): PlaceGiven => ({ house_id, address: "", area_code: "", position: undefined, isWritten: false });

const LEAST_ADDRESS = 2;
/** Digits of a community's code; a grid's has three more. */
const COMMUNITY = 12;

export const isPlaceGiven = (place: PlaceGiven): boolean =>
  place.isWritten ? place.address.trim().length >= LEAST_ADDRESS && (place.position !== undefined || place.area_code.length >= COMMUNITY) : place.house_id !== "";

/** As it is sent; a position goes before an area, which follows from it. */
export function placeSent(place: PlaceGiven) {
  if (!place.isWritten) return { house_id: place.house_id };
  return { address: place.address.trim(), ...(place.position ? { position: place.position } : { area_code: place.area_code }) };
}
