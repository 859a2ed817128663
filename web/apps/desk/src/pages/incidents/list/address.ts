// The list's whole state as an address: a link, a saved view and the back button all mean the same list.

import type { listIncidents } from "@jingwei/client";
import type { LocationQuery } from "vue-router";

export type ListArguments = NonNullable<Parameters<typeof listIncidents>[0]>;
export type Order = "newest" | "due";

/** A code with the name it had when it was chosen; the name is for the chip only. */
export interface Named {
  code: string;
  name: string;
}

export interface Address {
  tray: string | null;
  area: Named | null;
  states: number[];
  item: Named | null;
  channel: string | null;
  unit: Named | null;
  isUrgent: boolean;
  isOverdue: boolean;
  isSlipping: boolean;
  isOpen: boolean;
  isMine: boolean;
  /** Days of report in the city, both included: "2026-11-21". */
  since: string | null;
  until: string | null;
  receiptNo: string | null;
  words: string | null;
  /** What somebody drew on the map: "c112.35,28.57,500", "p…;…". */
  shape: string | null;
  order: Order | null;
  columns: string[] | null;
}

export const EMPTY: Address = {
  tray: null,
  area: null,
  states: [],
  item: null,
  channel: null,
  unit: null,
  isUrgent: false,
  isOverdue: false,
  isSlipping: false,
  isOpen: false,
  isMine: false,
  since: null,
  until: null,
  receiptNo: null,
  words: null,
  shape: null,
  order: null,
  columns: null,
};

const FLAGS = { urgent: "isUrgent", overdue: "isOverdue", slipping: "isSlipping", open: "isOpen", mine: "isMine" } as const;
const NAMED = { area: "area", item: "item", unit: "unit" } as const;
const PLAIN = { tray: "tray", channel: "channel", since: "since", until: "until", no: "receiptNo", q: "words", shape: "shape" } as const;
const SHAPE = /^[cp][-\d.,;]{5,2000}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** A receipt number is digits only and long; anything else is words. */
const RECEIPT = /^\d{12,20}$/;

/** What stands in the address; whatever makes no sense there is left out. */
export function readAddress(query: LocationQuery): Address {
  const address: Address = { ...EMPTY, states: [] };
  for (const [key, field] of Object.entries(PLAIN)) address[field] = first(query[key]);
  for (const [key, field] of Object.entries(FLAGS)) address[field] = first(query[key]) === "1";
  for (const [key, field] of Object.entries(NAMED)) address[field] = readNamed(first(query[key]));
  for (const field of ["since", "until"] as const) if (address[field] && !DAY.test(address[field])) address[field] = null;
  if (address.shape && !SHAPE.test(address.shape)) address.shape = null;
  address.states = [query["state"] ?? []].flat().map(Number).filter((one) => Number.isInteger(one) && one > 0);
  const order = first(query["order"]);
  address.order = order === "newest" || order === "due" ? order : null;
  address.columns = first(query["cols"])?.split(",").filter(Boolean) ?? null;
  return address;
}

/** The same, written shortly; what is left at its default does not appear. */
export function writeAddress(address: Address): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = {};
  for (const [key, field] of Object.entries(PLAIN)) if (address[field]) query[key] = address[field];
  for (const [key, field] of Object.entries(NAMED)) if (address[field]) query[key] = writeNamed(address[field]);
  for (const [key, field] of Object.entries(FLAGS)) if (address[field]) query[key] = "1";
  if (address.states.length) query["state"] = address.states.map(String);
  if (address.order) query["order"] = address.order;
  if (address.columns) query["cols"] = address.columns.join(",");
  return query;
}

/** As one line, for a saved view. */
export function queryOf(address: Address): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(writeAddress(address))) for (const one of [value].flat()) search.append(key, one);
  return search.toString();
}

/** A saved view's line, for the router. */
export function addressOf(line: string): Record<string, string | string[]> {
  const query: Record<string, string[]> = {};
  for (const [key, value] of new URLSearchParams(line)) (query[key] ??= []).push(value);
  return writeAddress(readAddress(query));
}

/** A tray is worked off by deadline; everything else is read from the newest. */
export function orderOf(address: Address): Order {
  return address.order ?? (address.tray ? "due" : "newest");
}

/** What the server is asked. */
export function toArguments(address: Address): ListArguments {
  const given: Record<string, unknown> = { order: orderOf(address) };
  if (address.tray) given["bucket"] = address.tray;
  if (address.area) given["area_code"] = address.area.code;
  if (address.states.length) given["state"] = address.states;
  if (address.item) given["item"] = address.item.code;
  if (address.channel) given["channel"] = address.channel;
  if (address.unit) given["unit_id"] = address.unit.code;
  if (address.isUrgent) given["is_urgent"] = true;
  if (address.isOverdue) given["is_overdue"] = true;
  if (address.isSlipping) given["is_slipping"] = true;
  if (address.isOpen) given["is_open"] = true;
  if (address.isMine) given["is_mine"] = true;
  if (address.since) given["since"] = `${address.since}T00:00:00+08:00`;
  if (address.until) given["until"] = `${dayAfter(address.until)}T00:00:00+08:00`;
  if (address.receiptNo) given["receipt_no"] = address.receiptNo;
  if (address.words) given["words"] = address.words;
  if (address.shape) given["shape"] = address.shape;
  return given as ListArguments;
}

const SHOWN_BY = new Set(["tray", "order", "columns"]);

/** How many things narrow the list beside its tray. */
export function countFilters(address: Address): number {
  const filters = Object.entries(address).filter(([name]) => !SHOWN_BY.has(name));
  return filters.filter(([, one]) => (Array.isArray(one) ? one.length > 0 : Boolean(one))).length;
}

/** Words, units and shapes are searched among open ones or a month at most; without either, open ones are meant. */
export function bounded(address: Address): Address {
  const isSearch = Boolean(address.words || address.unit || address.shape);
  const isOpenOnly = address.isOpen || address.isMine || address.isOverdue || address.isSlipping || address.tray !== null;
  const isOpenByState = address.states.length > 0 && Math.max(...address.states) < 70;
  return isSearch && !isOpenOnly && !isOpenByState && !address.since ? { ...address, isOpen: true } : address;
}

/** What somebody typed into the search field. */
export function sought(address: Address, typed: string): Address {
  const text = typed.trim();
  const isReceipt = RECEIPT.test(text);
  return bounded({ ...address, receiptNo: isReceipt ? text : null, words: isReceipt || !text ? null : text });
}

function first(value: LocationQuery[string] | undefined): string | null {
  const one = Array.isArray(value) ? value[0] : value;
  return one ? one : null;
}

function readNamed(text: string | null): Named | null {
  if (!text) return null;
  const [code = "", ...name] = text.split("~");
  return code ? { code, name: name.join("~") || code } : null;
}

function writeNamed(one: Named): string {
  return one.name === one.code ? one.code : `${one.code}~${one.name}`;
}

function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}
