// What an address says beforehand: a QR code on a lamp post, an item of the public pages, the way in for tips.
//
//   /m/report?item=010203&lon=112.33&lat=28.59&place=资阳路灯 0123
//   /m/report?component=4309020101000001&lon=112.33&lat=28.59&place=人民路口井盖
//   /m/report?area=430902005001&place=文化广场东门        /m/report?as=tip

import type { LocationQuery } from "vue-router";
import type { Place } from "./useReport.js";

export interface Given {
  itemCode?: string;
  /** The number plate of the thing that it is about. */
  componentCode?: string;
  place?: Partial<Place>;
  tip: boolean;
}

const LONGEST_PLACE = 200;
const DATUMS = ["wgs84", "gcj02", "bd09"] as const;

/** Only what is well-formed is taken; the rest of an address is nobody's business. */
export function givenByAddress(query: LocationQuery): Given {
  const one = (key: string): string => {
    const value = query[key];
    return typeof value === "string" ? value.trim() : "";
  };
  const number = (key: string, most: number): number | undefined => {
    const value = Number(one(key));
    return one(key) !== "" && Number.isFinite(value) && Math.abs(value) <= most ? value : undefined;
  };
  const given: Given = { tip: one("as") === "tip" };
  if (/^\d{6}$/.test(one("item"))) given.itemCode = one("item");
  if (/^\d{16}$/.test(one("component"))) given.componentCode = one("component");
  const address = one("place").slice(0, LONGEST_PLACE);
  const [lon, lat] = [number("lon", 180), number("lat", 90)];
  if (lon !== undefined && lat !== undefined) {
    const datum = DATUMS.find((known) => known === one("datum")) ?? "wgs84";
    given.place = { by: "code", lon, lat, datum, address };
  } else if (/^\d{6,15}$/.test(one("area"))) {
    given.place = { by: "code", areaCode: one("area"), areaName: one("areaName").slice(0, 60), address };
  }
  return given;
}
