// Where somebody lives, as a form holds it and as it is sent.

import { cityDay } from "@jingwei/domain";

export interface HomeGiven {
  living: number;
  from_on: string;
  house_id: string;
  address: string;
  area_code: string;
  /** An address is written; otherwise a house is chosen. */
  isWritten: boolean;
}

export const newHome = (living = 1): HomeGiven => ({ living, from_on: cityDay(new Date()), house_id: "", address: "", area_code: "", isWritten: false });

/** A house, or an address with the community or grid it lies in. */
export const isPlaced = (home: HomeGiven): boolean =>
  !!home.from_on && (home.isWritten ? home.address.trim().length > 0 && home.area_code.length >= 12 : !!home.house_id);

export function homeSent(home: HomeGiven) {
  const place = home.isWritten ? { address: home.address.trim(), area_code: home.area_code } : { house_id: home.house_id };
  return { living: home.living as 1 | 2 | 3, from_on: home.from_on, ...place };
}
