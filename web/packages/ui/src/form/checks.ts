// What is wrong with a value, said while it is typed. The server checks the same and has the last word.

import { cityDay } from "@jingwei/domain";
import type { FormField } from "./types.js";

/** Why a value does not do: a key of the words, and what they name. */
export interface Fault {
  why:
    | "required" | "number" | "whole" | "decimals" | "least" | "most" | "longest" | "date" | "early" | "late" | "phone"
    | "identityForm" | "identityBirth" | "identityDigit" | "creditForm" | "creditDigit" | "choice";
  named?: Record<string, string | number>;
}

const PHONE = /^(1\d{10}|0\d{2,3}-?\d{7,8}|\d{5,8})$/;
/** GB 11643: weights of the first seventeen digits, and the sign for each remainder by 11. */
const IDENTITY_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const IDENTITY_SIGNS = "10X98765432";
/** GB 32100: the letters that look like digits are left out. */
const CREDIT_LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const CREDIT = new RegExp(`^[${CREDIT_LETTERS}]{2}\\d{6}[${CREDIT_LETTERS}]{10}$`);

/** Where the form says nothing else. */
const DECIMALS = 6;
export const longestOf = (field: FormField): number => field.longest ?? (field.kind === "long_text" ? 2000 : 200);

/** Full-width digits, letters and signs, as a Chinese keyboard gives them, in their plain form. */
export const halfWidth = (words: string): string => words.normalize("NFKC");

/** Digits only, without the country code. */
export const cleanPhone = (words: string): string => halfWidth(words).replace(/[\s\-()]/g, "").replace(/^(\+86|0086)/, "");

/** As numbers are compared: capitals, without spaces, hyphens and invisible characters. */
export const cleanNumber = (words: string): string => halfWidth(words).replace(/[^\p{L}\p{N}]/gu, "").toUpperCase();

/** The sign that GB 11643 asks for behind seventeen digits. */
export function identitySign(seventeen: string): string {
  const sum = IDENTITY_WEIGHTS.reduce((total, weight, at) => total + weight * Number(seventeen[at]), 0);
  return IDENTITY_SIGNS.charAt(sum % 11);
}

/** The sign that GB 32100 asks for behind seventeen signs. */
export function creditSign(seventeen: string): string {
  const sum = [...seventeen].reduce((total, sign, at) => total + CREDIT_LETTERS.indexOf(sign) * (3 ** at % 31), 0);
  return CREDIT_LETTERS.charAt((31 - (sum % 31)) % 31);
}

/** Whether "2026-02-29" is a day of the calendar. */
export function isDay(day: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return false;
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === day;
}

function identityFault(words: string, today: string): Fault | undefined {
  const number = cleanNumber(words);
  const isOld = /^[1-8]\d{14}$/.test(number);
  if (!isOld && !/^[1-8]\d{16}[\dX]$/.test(number)) return { why: "identityForm", named: { count: number.length } };
  const whole = isOld ? `${number.slice(0, 6)}19${number.slice(6)}` : number;
  const birth = `${whole.slice(6, 10)}-${whole.slice(10, 12)}-${whole.slice(12, 14)}`;
  if (!isDay(birth) || birth < "1850-01-01" || birth > today) return { why: "identityBirth", named: { day: birth } };
  if (!isOld && identitySign(number.slice(0, 17)) !== number[17]) return { why: "identityDigit" };
  return undefined;
}

function creditFault(words: string): Fault | undefined {
  const number = cleanNumber(words);
  if (!CREDIT.test(number)) return { why: "creditForm", named: { count: number.length } };
  return creditSign(number.slice(0, 17)) === number[17] ? undefined : { why: "creditDigit" };
}

function numberFault(field: FormField, words: string): Fault | undefined {
  const plain = halfWidth(words).replace(/[\s,]/g, "");
  if (!/^-?\d+(\.\d+)?$/.test(plain)) return { why: "number" };
  if (field.kind === "whole" && plain.includes(".")) return { why: "whole" };
  const places = plain.split(".")[1]?.length ?? 0;
  const most = field.decimals ?? DECIMALS;
  if (field.kind === "decimal" && places > most) return { why: "decimals", named: { count: most } };
  if (field.least !== null && Number(plain) < field.least) return { why: "least", named: { bound: field.least } };
  if (field.most !== null && Number(plain) > field.most) return { why: "most", named: { bound: field.most } };
  return undefined;
}

/** The day so many days from this one. */
export function dayFrom(today: string, days: number): string {
  return new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
}

function dateFault(field: FormField, day: string, today: string): Fault | undefined {
  if (!isDay(day)) return { why: "date" };
  const first = field.least === null ? "1800-01-01" : dayFrom(today, field.least);
  const last = field.most === null ? "2999-12-31" : dayFrom(today, field.most);
  if (day < first) return { why: "early", named: { bound: first } };
  return day > last ? { why: "late", named: { bound: last } } : undefined;
}

const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === "string" && !value.trim()) || (Array.isArray(value) && !value.length);

/** What is wrong with what stands in a field, or nothing; an empty one is asked for only where it is required. */
export function faultIn(field: FormField, value: unknown, now: Date): Fault | undefined {
  if (isNothing(value)) return field.is_required ? { why: "required" } : undefined;
  const words = Array.isArray(value) ? "" : String(value).trim();
  switch (field.kind) {
    case "whole":
    case "decimal":
      return numberFault(field, words);
    case "date":
      return dateFault(field, words, cityDay(now));
    case "phone":
      return PHONE.test(cleanPhone(words)) ? undefined : { why: "phone" };
    case "identity":
      return identityFault(words, cityDay(now));
    case "credit_code":
      return creditFault(words);
    case "text":
    case "long_text":
      return words.length > longestOf(field) ? { why: "longest", named: { count: longestOf(field) } } : undefined;
    default:
      return undefined;
  }
}

/** A value as it is sent: trimmed, numbers as numbers, an empty field as null. */
export function cleaned(field: FormField, value: unknown): string | number | boolean | string[] | null {
  if (isNothing(value)) return null;
  if (Array.isArray(value)) return value.map(String);
  if (typeof value === "boolean") return value;
  const words = String(value).trim();
  if (field.kind === "whole" || field.kind === "decimal") {
    const plain = halfWidth(words).replace(/[\s,]/g, "");
    // More digits than a number of the browser holds go as they were typed.
    return plain.replace(/\D/g, "").length <= 15 && !Number.isNaN(Number(plain)) ? Number(plain) : plain;
  }
  if (field.kind === "phone") return cleanPhone(words);
  if (field.kind === "identity" || field.kind === "credit_code") return cleanNumber(words);
  return words;
}

/** Whether two values say the same, however they are written. */
export function isSame(field: FormField, one: unknown, other: unknown): boolean {
  const left = cleaned(field, one);
  const right = cleaned(field, other);
  if (Array.isArray(left) && Array.isArray(right)) return left.length === right.length && [...left].sort().join("\n") === [...right].sort().join("\n");
  return left === right;
}
