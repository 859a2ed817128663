// The container a page runs in, behind one interface. A page asks `bridge()` and never a vendor.

import type { Located, Taken, TakeOptions } from "./contracts";
import { takeByBrowser } from "./pictures/take";
import { locateByBrowser } from "./position";

export interface Bridge {
  readonly name: string;
  takePhotos: (options?: TakeOptions) => Promise<Taken>;
  locate: () => Promise<Located>;
}

const browser: Bridge = { name: "browser", takePhotos: takeByBrowser, locate: () => locateByBrowser() };

/** The container this page runs in. */
export function bridge(): Bridge {
  return browser;
}

/** Where the phone is. Never throws. */
export const locate = (): Promise<Located> => bridge().locate();

/** Take or choose pictures. Never throws. */
export const takePhotos = (options?: TakeOptions): Promise<Taken> => bridge().takePhotos(options);
