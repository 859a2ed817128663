import { describe, expect, it } from "vitest";
import { qrOf, type Squares } from "./qr.js";

/** Read back by a camera's decoder (OpenCV) when these were written down. */
const READ = [
  { text: "https://example.gov.cn/m/track/ABCDE12345", size: 29, mark: 1227879721 },
  { text: "经纬 中文 测试", size: 25, mark: 4087299 },
  { text: "x".repeat(100), size: 41, mark: 936707955 },
  { text: "z".repeat(213), size: 57, mark: 309762924 },
];
const A = `
#######..###..#######
#.....#.#.###.#.....#
#.###.#...#...#.###.#
#.###.#..#....#.###.#
#.###.#.##..#.#.###.#
#.....#...#.#.#.....#
#######.#.#.#.#######
...........##........
#.#.#.#...##....#..#.
#..###...#....#...##.
.#....#.###.#...#...#
#.#.#....##...#...#..
#.#..##.#.#.#.#.#.#.#
........####.#.#.#.#.
#######....#.###.####
#.....#..#.###.###...
#.###.#.##.#.###.##.#
#.###.#.......#...##.
#.###.#.##..#...#...#
#.....#..##...#...##.
#######.#...#.#.#.###`;

const mark = (squares: Squares) => squares.flat().reduce((sum, dark) => (Math.imul(sum, 31) + Number(dark)) >>> 0, 7);

describe("the code on the receipt", () => {
  it("draws one letter as a camera has read it", () => {
    const drawn = qrOf("A").map((row) => row.map((dark) => (dark ? "#" : ".")).join(""));
    expect(drawn.join("\n")).toBe(A.trim());
  });

  it.each(READ)("draws $size squares of $text.length letters as a camera has read them", ({ text, size, mark: expected }) => {
    const squares = qrOf(text);
    expect(squares).toHaveLength(size);
    expect(mark(squares)).toBe(expected);
  });

  it("says so where a text is too long for it", () => {
    expect(() => qrOf("z".repeat(214))).toThrow(RangeError);
  });
});
