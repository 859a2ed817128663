import { describe, expect, it } from "vitest";
import type { LocationQuery } from "vue-router";
import { givenByAddress } from "./givenByAddress.js";

describe("what an address says beforehand", () => {
  it("takes item and place of a code on a lamp post, with the datum of the position", () => {
    expect(givenByAddress({ item: "990101", lon: "112.33", lat: "28.59", datum: "gcj02", place: "资阳路灯 0123" })).toEqual({
      tip: false,
      itemCode: "990101",
      place: { by: "code", lon: 112.33, lat: 28.59, datum: "gcj02", address: "资阳路灯 0123" },
    });
  });

  it("takes the number plate of the thing itself", () => {
    expect(givenByAddress({ component: "4309020101000001" }).componentCode).toBe("4309020101000001");
    expect(givenByAddress({ component: "43090201" })).toEqual({ tip: false });
  });

  it("takes an area where there is no position", () => {
    expect(givenByAddress({ area: "430902005001", place: "东门" }).place).toEqual({
      by: "code",
      areaCode: "430902005001",
      areaName: "",
      address: "东门",
    });
  });

  it.each<LocationQuery>([
    { item: "99" },
    { item: ["990101", "990102"] },
    { lon: "112.33" },
    { lon: "x", lat: "28" },
    { lon: "", lat: "" },
    { lon: "999", lat: "28" },
    { area: "43" },
    { area: "43090200500a" },
  ])("leaves out what is not well-formed: %o", (query) => {
    expect(givenByAddress(query)).toEqual({ tip: false });
  });

  it("reads an unknown datum as none, and cuts words that are too long", () => {
    const { place } = givenByAddress({ lon: "112", lat: "28", datum: "mars", place: "长".repeat(500) });
    expect(place?.datum).toBe("wgs84");
    expect(place?.address).toHaveLength(200);
  });
});
