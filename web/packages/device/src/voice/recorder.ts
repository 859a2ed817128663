// A voice note: recorded where the browser can, with a level that moves, a pause, and an end by itself.

import type { VoiceNote, VoiceProblem, VoiceRecorder } from "../contracts";

/** The server takes ten minutes; what is longer than this is told better in two. */
export const LONGEST_MS = 180_000;
const BITS_PER_S = 24_000;
const LOOK_MS = 100;
const TYPES = ["audio/mp4", "audio/webm;codecs=opus", "audio/ogg;codecs=opus", "audio/webm"];

export function canRecord(): boolean {
  return typeof MediaRecorder !== "undefined" && Boolean(navigator.mediaDevices?.getUserMedia);
}

/** Asks for the microphone and begins at once. Never throws: the answer says why there is none. */
export async function recordVoice(most_ms = LONGEST_MS): Promise<VoiceRecorder | { problem: VoiceProblem }> {
  if (!canRecord()) return { problem: "unavailable" };
  let stream: MediaStream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({
      audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true },
    });
  } catch (fault) {
    const name = fault instanceof DOMException ? fault.name : "";
    if (name === "NotAllowedError" || name === "SecurityError") return { problem: "denied" };
    return { problem: name === "NotReadableError" || name === "AbortError" ? "busy" : "unavailable" };
  }
  try {
    return new Recording(stream, most_ms);
  } catch {
    stream.getTracks().forEach((track) => track.stop());
    return { problem: "unavailable" };
  }
}

export function isRecorder(made: VoiceRecorder | { problem: VoiceProblem }): made is VoiceRecorder {
  return !("problem" in made);
}

class Recording implements VoiceRecorder {
  level = 0;
  readonly #recorder: MediaRecorder;
  readonly #parts: Blob[] = [];
  readonly #heard = new Set<() => void>();
  readonly #ended: Promise<VoiceNote>;
  readonly #looking: ReturnType<typeof setInterval>;
  #meter?: Meter;
  #spoken_ms = 0;
  #since?: number;

  constructor(
    private readonly stream: MediaStream,
    private readonly most_ms: number,
  ) {
    const type = TYPES.find((one) => MediaRecorder.isTypeSupported(one));
    this.#recorder = new MediaRecorder(stream, { audioBitsPerSecond: BITS_PER_S, ...(type ? { mimeType: type } : {}) });
    this.#recorder.addEventListener("dataavailable", ({ data }) => data.size > 0 && this.#parts.push(data));
    this.#ended = new Promise((resolve) => {
      this.#recorder.addEventListener("stop", () => {
        this.#release();
        const blob = new Blob(this.#parts, { type: this.#recorder.mimeType.split(";")[0] || "audio/webm" });
        resolve({ blob, duration_ms: this.elapsed_ms });
        this.#tell();
      });
    });
    // The microphone is taken away by a call or a pulled-out headset: what was said is kept.
    stream.getAudioTracks()[0]?.addEventListener("ended", () => this.#end());
    this.#recorder.start(1_000);
    this.#since = performance.now();
    this.#meter = meterOf(stream);
    this.#looking = setInterval(() => this.#look(), LOOK_MS);
  }

  get state(): VoiceRecorder["state"] {
    return this.#recorder.state === "inactive" ? "stopped" : this.#recorder.state;
  }

  get elapsed_ms(): number {
    const now = this.#since === undefined ? 0 : performance.now() - this.#since;
    return Math.min(this.most_ms, Math.round(this.#spoken_ms + now));
  }

  pause(): void {
    if (this.#recorder.state !== "recording") return;
    this.#recorder.pause();
    this.#halt();
    this.#tell();
  }

  resume(): void {
    if (this.#recorder.state !== "paused") return;
    this.#recorder.resume();
    this.#since = performance.now();
    this.#tell();
  }

  stop(): Promise<VoiceNote> {
    this.#end();
    return this.#ended;
  }

  cancel(): void {
    this.#parts.length = 0;
    this.#end();
  }

  listen(heard: () => void): () => void {
    this.#heard.add(heard);
    return () => void this.#heard.delete(heard);
  }

  #look(): void {
    this.level = this.state === "recording" ? (this.#meter?.level() ?? 0) : 0;
    if (this.elapsed_ms >= this.most_ms) this.#end();
    this.#tell();
  }

  #halt(): void {
    if (this.#since !== undefined) this.#spoken_ms += performance.now() - this.#since;
    this.#since = undefined;
    this.level = 0;
  }

  #end(): void {
    this.#halt();
    if (this.#recorder.state !== "inactive") this.#recorder.stop();
  }

  #release(): void {
    clearInterval(this.#looking);
    this.#meter?.close();
    this.stream.getTracks().forEach((track) => track.stop());
  }

  #tell(): void {
    for (const heard of [...this.#heard]) heard();
  }
}

interface Meter {
  level: () => number;
  close: () => void;
}

/** How loud it is, for a mark that shows: you are being heard. Without it the recording works all the same. */
function meterOf(stream: MediaStream): Meter | undefined {
  if (typeof AudioContext === "undefined") return undefined;
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 512;
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Uint8Array(analyser.fftSize);
  return {
    level: () => {
      analyser.getByteTimeDomainData(samples);
      const loud = Math.sqrt(samples.reduce((sum, one) => sum + ((one - 128) / 128) ** 2, 0) / samples.length);
      return Math.min(1, loud * 4);
    },
    close: () => void context.close(),
  };
}
