// What the server says of the base map, asked once in a while: where its tiles are, which picture maps there are.

import { getBaseMap, listPictureMaps } from "@jingwei/client";
import { escaped } from "./escaped.js";
import type { Background, BaseFacts } from "./style.js";

/** A picture map the reader may lay under everything. */
export interface Picture extends Background {
  key: string;
  title: { zh: string; en: string };
}

const AGAIN_AFTER_MS = 60_000;
let asked: { at: number; answer: Promise<BaseFacts | undefined> } | undefined;

/** Nothing where no base map is to be had: the subject is drawn without one. */
export function baseFacts(): Promise<BaseFacts | undefined> {
  if (!asked || Date.now() - asked.at > AGAIN_AFTER_MS) {
    const answer = getBaseMap()
      .then((said): BaseFacts => ({ ...said, tiles: whole(said.tiles), attribution: escaped(said.attribution) }))
      .catch(() => {
        asked = undefined;
        return undefined;
      });
    asked = { at: Date.now(), answer };
  }
  return asked.answer;
}

const TRIES = 15;
const BETWEEN_TRIES_MS = 1000;

/** What is said of an edition: whoever has just changed the base map may ask a process that has not heard of it yet. */
export async function factsOfEdition(edition: string): Promise<void> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    if ((await baseFacts())?.edition === edition) return;
    asked = undefined;
    if (tries > 0) await new Promise((go) => setTimeout(go, BETWEEN_TRIES_MS));
  }
}

/** Those that are not signed in have none. */
export async function pictures(): Promise<Picture[]> {
  const listed = await listPictureMaps().catch(() => []);
  return listed.map((one) => ({
    key: one.key,
    title: { zh: one.title_zh, en: one.title_en },
    tiles: [whole(one.tiles)],
    min_zoom: one.min_zoom,
    max_zoom: one.max_zoom,
    attribution: escaped(one.attribution),
  }));
}

/** MapLibre's worker knows no page, so an address needs its origin. The template's braces stay as they are. */
function whole(template: string): string {
  return `${location.origin}${template}`;
}
