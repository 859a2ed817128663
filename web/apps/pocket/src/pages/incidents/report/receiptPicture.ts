// The receipt as a picture for the album: code, number, and a QR code that opens the course.

import { qrOf } from "./qr.js";

export interface ReceiptWords {
  heading: string;
  code: string;
  codeLabel: string;
  lines: readonly string[];
  scan: string;
  address: string;
}

const WIDTH = 720;
const EDGE = 48;
const SQUARE = 10;
const QUIET = 4;
const FONT = '"PingFang SC", "HarmonyOS Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif';

/** Black on white whatever the look of the page: it is printed, and read by cameras. As a PNG. */
export function receiptPicture(words: ReceiptWords): string {
  const squares = qrOf(words.address);
  const side = (squares.length + QUIET * 2) * SQUARE;
  const canvas = document.createElement("canvas");
  canvas.width = WIDTH;
  canvas.height = 330 + words.lines.length * 44 + side + 90;
  const paper = canvas.getContext("2d");
  if (!paper) throw new Error("This browser draws no pictures");
  paper.fillStyle = "#ffffff";
  paper.fillRect(0, 0, canvas.width, canvas.height);
  paper.fillStyle = "#000000";
  paper.textBaseline = "top";
  const write = (says: string, size: number, y: number, weight = 400) => {
    paper.font = `${weight} ${size}px ${FONT}`;
    paper.fillText(says, EDGE, y, WIDTH - EDGE * 2);
  };
  write(words.heading, 40, 48, 600);
  write(words.codeLabel, 28, 130);
  write(spaced(words.code), 72, 170, 700);
  words.lines.forEach((line, at) => write(line, 28, 290 + at * 44));
  const top = 310 + words.lines.length * 44;
  const left = (WIDTH - side) / 2;
  squares.forEach((row, y) =>
    row.forEach((dark, x) => {
      if (dark) paper.fillRect(left + (x + QUIET) * SQUARE, top + (y + QUIET) * SQUARE, SQUARE, SQUARE);
    }),
  );
  paper.textAlign = "center";
  paper.font = `400 26px ${FONT}`;
  paper.fillText(words.scan, WIDTH / 2, top + side);
  return canvas.toDataURL("image/png");
}

/** ABCDE 12345: read out and typed in halves. */
export function spaced(code: string): string {
  const half = Math.ceil(code.length / 2);
  return `${code.slice(0, half)} ${code.slice(half)}`;
}
