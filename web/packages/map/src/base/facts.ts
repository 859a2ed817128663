// What the server says of the base map, asked once a page: where its tiles are, and which picture maps there are.

import type { Background, BaseFacts } from "./style.js";

/** A picture map the reader may lay under everything. */
export interface Picture extends Background {
  key: string;
  title: { zh: string; en: string };
}

/** Nothing where no base map is to be had: the map is drawn without one. */
export async function baseFacts(): Promise<BaseFacts | undefined> {
  return undefined;
}

export async function pictures(): Promise<Picture[]> {
  return [];
}
