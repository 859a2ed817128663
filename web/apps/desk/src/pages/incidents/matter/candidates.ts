// What is asked of the gazetteer for a matter without a pin, and what is noted when one of its answers is taken.

import type { Schema } from "@jingwei/client";

/** As much of the words as the search reads. */
const MOST = 2000;
/** From here on a program takes the first candidate by itself. */
const SURE_FROM = 0.8;

/** The address first: who writes one means the place by it. */
export function wordsOf(incident: { address: string; words: string; title: string }): string {
  return [incident.address, incident.words || incident.title].map((one) => one.trim()).filter(Boolean).join("\n").slice(0, MOST);
}

export function sureness(found: Pick<Schema<"FoundPlaceOut">, "sure">): { percent: number; isAsked: boolean } {
  return { percent: Math.round(found.sure * 100), isAsked: found.sure < SURE_FROM };
}

/** Remarks stand in the course, in the language of the record. */
export function remarkFor(found: Pick<Schema<"FoundPlaceOut">, "name" | "matched">): string {
  const said = found.matched === found.name ? "" : `（${found.name}）`;
  return `按上报文字里的“${found.matched}”${said}定位`;
}
