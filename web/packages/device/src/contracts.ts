// What every container must be able to answer, and in which words: pages know these types and nothing of a vendor.

import type { Schema } from "@jingwei/client";

/** The coordinate system of a position. It travels with the position; the server converts once. */
export type Datum = Schema<"Datum">;

export interface Position {
  lon: number;
  lat: number;
  datum: Datum;
  accuracy_m: number;
}

/** Why there is no position that can be relied on. */
export type PositionProblem = "denied" | "coarse" | "timeout" | "unavailable";

/** `near` is what was found where it is too coarse to stand for the place: good enough to open the map there. */
export interface NoPosition {
  problem: PositionProblem;
  near?: Position;
}

export type Located = Position | NoPosition;

export function isPosition(found: Located): found is Position {
  return !("problem" in found);
}

/** Why no picture came: the page says it and offers the album, or words instead. */
export type PictureProblem = "denied" | "cancelled" | "unavailable";

export interface TakeOptions {
  /** Straight to the camera; otherwise the phone offers camera and album. */
  fromCamera?: boolean;
  /** How many may be chosen at once; 1 if not said. */
  most?: number;
}

export type Taken = { files: File[] } | { problem: PictureProblem };

/** A picture made ready to be sent: small, upright, and telling only when and where it was taken. */
export interface PreparedPhoto {
  blob: Blob;
  width?: number;
  height?: number;
  /** What the picture itself says; absent where it says nothing. Local time with its zone, as in 2026-11-22T09:30:00+08:00. */
  takenAt?: string;
  position?: Position;
  /** True where this phone could not open the picture (HEIC on most): it goes as it is, and the server opens it. */
  isOriginal: boolean;
}

export interface PrepareOptions {
  /** Written into the picture where it says nothing itself: an officer's proof needs time and place. */
  takenAt?: Date;
  position?: Position;
}

export type UploadState = "preparing" | "waiting" | "sending" | "paused" | "checking" | "done" | "failed";

/** One file on its way. It outlives the page: after a reload it goes on where it stood. */
export interface UploadItem {
  readonly id: string;
  /** What it belongs to, chosen by the page: "report", or an incident and a step. */
  readonly bundle: string;
  readonly kind: "photo" | "voice" | "file";
  readonly name: string;
  readonly size_bytes: number;
  readonly sent_bytes: number;
  readonly state: UploadState;
  /** Told while sending, once it is known; what is slow is said to be slow. */
  readonly bytes_per_s?: number;
  /** The network is away: tried again at this moment by itself (milliseconds since 1970). */
  readonly again_at?: number;
  /** Why it was not taken, in the server's words. */
  readonly refusal?: Schema<"RefusalOut">;
  /** What to show of it; the page makes an address of it and gives that back. */
  readonly content?: Blob;
  readonly takenAt?: string;
  readonly position?: Position;
  readonly duration_ms?: number;
  /** When it is done: attach it by its id. */
  readonly file?: Schema<"FileOut">;
}

export interface AddOptions extends PrepareOptions {
  kind?: UploadItem["kind"];
  duration_ms?: number;
  /** The file shall be nobody's, whoever is signed in: only such a file may go with an anonymous report. */
  anonymous?: boolean;
}

/** The queue of files. One for the whole application; it sends one after the other. */
export interface UploadQueue {
  /** Find what an earlier visit left, and go on with it. `of` and `add` do it by themselves, but do not wait for it. */
  open: () => Promise<void>;
  /** Those of a bundle, in the order added. Also those that an earlier visit left. */
  of: (bundle: string) => readonly UploadItem[];
  /** Add a picture, a recording or another file. The same file added twice (a double tap) is one. */
  add: (bundle: string, file: File | Blob, options?: AddOptions) => Promise<UploadItem>;
  pause: (id: string) => void;
  resume: (id: string) => void;
  /** Also ends the waiting for the next try. */
  retry: (id: string) => void;
  remove: (id: string) => Promise<void>;
  /** Forget what belonged to a bundle: it has been handed in. */
  forget: (bundle: string) => Promise<void>;
  /** Resolves when none of the bundle is on its way any more: all done, failed, paused or removed. */
  settled: (bundle: string, signal?: AbortSignal) => Promise<readonly UploadItem[]>;
  /** Hears every change; returns how to stop listening. */
  listen: (heard: () => void) => () => void;
}

/** A recording that runs. `level` is 0 … 1, for a mark that moves with the voice. */
export interface VoiceRecorder {
  readonly state: "recording" | "paused" | "stopped";
  readonly elapsed_ms: number;
  readonly level: number;
  pause: () => void;
  resume: () => void;
  /** Ends it and gives what was said. */
  stop: () => Promise<VoiceNote>;
  /** Ends it and keeps nothing. */
  cancel: () => void;
  listen: (heard: () => void) => () => void;
}

export interface VoiceNote {
  blob: Blob;
  duration_ms: number;
}

export type VoiceProblem = "denied" | "unavailable" | "busy";
