// @vitest-environment node
// (jsdom's blobs cannot be read.)

import { describe, expect, it } from "vitest";
import { photo } from "../../tests/samples";
import { cityTime, originOf, withOrigin } from "./exif";

const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());
const SAID = { orientation: 6, takenAt: "2026-11-16T09:30:00+08:00", lon: expect.closeTo(112.3205, 5), lat: expect.closeTo(28.5512, 5) };

describe("what a picture says of itself", () => {
  it("is read as the phone wrote it", () => {
    expect(originOf(photo())).toEqual(SAID);
  });

  it("is found wherever it stands, as in HEIC", () => {
    const before = new Uint8Array(5_000).fill(0x45); // the letter that the search begins with
    expect(originOf(new Uint8Array([...before, ...photo()]))).toEqual(SAID);
    expect(originOf(before)).toEqual({});
  });

  it.each([0, 1, 12, 40, 90, 160, 220])("is nothing, and no fault, where it is cut short after %i bytes", (length) => {
    const cut = photo().slice(0, length);
    expect(() => originOf(cut)).not.toThrow();
    expect(originOf(cut).lon).toBeUndefined();
  });

  it("survives being written into the small copy, and nothing else does", async () => {
    const written = await bytesOf(withOrigin(photo(), { ...originOf(photo()), orientation: 1 }));
    expect(originOf(written)).toEqual({ ...SAID, orientation: 1 });
    expect(new TextDecoder("latin1").decode(written)).not.toContain("Testphone");
    expect([...written.subarray(0, 2), ...written.subarray(-2)]).toEqual([0xff, 0xd8, 0xff, 0xd9]);
  });

  it("tells south and west, a place without a time, and neither", async () => {
    const south = await bytesOf(withOrigin(photo(), { lon: -58.3816, lat: -34.6037 }));
    expect(originOf(south)).toEqual({ orientation: 1, lon: expect.closeTo(-58.3816, 5), lat: expect.closeTo(-34.6037, 5) });
    expect(originOf(await bytesOf(withOrigin(photo(), {})))).toEqual({ orientation: 1 });
  });

  it("has the city's clock where the phone's moment is written", () => {
    expect(cityTime(new Date("2026-11-22T18:05:00Z"))).toBe("2026-11-23T02:05:00+08:00");
  });
});
