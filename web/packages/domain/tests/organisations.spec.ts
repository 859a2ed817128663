import { describe, expect, it } from "vitest";
import { isPlaceGiven, nextStatuses, noPlace, ORGANISATION_STATUSES, organisationColour, placeSent } from "@jingwei/domain";

describe("where an organisation is", () => {
  it("is a house, or an address with a position or at least its community", () => {
    expect(isPlaceGiven(noPlace())).toBe(false);
    expect(isPlaceGiven(noPlace("h"))).toBe(true);
    const written = { ...noPlace("h"), isWritten: true, address: "春江路1号" };
    expect(isPlaceGiven(written)).toBe(false);
    expect(isPlaceGiven({ ...written, area_code: "430902001" })).toBe(false);
    expect(isPlaceGiven({ ...written, area_code: "430902001001" })).toBe(true);
    expect(isPlaceGiven({ ...written, position: { lon: 112.3, lat: 28.5, datum: "wgs84" } })).toBe(true);
    expect(isPlaceGiven({ ...written, address: "  1 ", area_code: "430902001001" })).toBe(false);
  });
  it("is sent as the one thing that was given, a position before an area", () => {
    const both = { house_id: "h", address: " 春江路1号 ", area_code: "430902001001", position: { lon: 112.3, lat: 28.5, datum: "wgs84" as const }, isWritten: true };
    expect(placeSent({ ...both, isWritten: false })).toEqual({ house_id: "h" });
    expect(placeSent(both)).toEqual({ address: "春江路1号", position: { lon: 112.3, lat: 28.5, datum: "wgs84" } });
    expect(placeSent({ ...both, position: undefined })).toEqual({ address: "春江路1号", area_code: "430902001001" });
  });
});

describe("how an organisation stands", () => {
  it("ends in three ways, and opens again from each of them", () => {
    expect(nextStatuses("open")).toEqual(["closed", "moved_away", "struck_off"]);
    for (const one of ORGANISATION_STATUSES.filter((each) => each !== "open")) {
      expect(nextStatuses(one)[0]).toBe("open");
      expect(nextStatuses(one)).not.toContain(one);
    }
    expect(ORGANISATION_STATUSES.map(organisationColour)).toEqual(["done", "waiting", "waiting", "waiting"]);
  });
});
