import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { VoiceRecorder } from "../contracts";
import { isRecorder, recordVoice } from "./recorder";

/** The browser's recorder: it gives a part each second and the rest at the end. */
class Recorder extends EventTarget {
  static latest: Recorder;
  static isTypeSupported = (type: string) => type.startsWith("audio/webm");
  state: "inactive" | "recording" | "paused" = "inactive";
  mimeType: string;
  constructor(_: unknown, options: { mimeType?: string }) {
    super();
    this.mimeType = options.mimeType ?? "";
    Recorder.latest = this;
  }
  start = () => void (this.state = "recording");
  pause = () => void (this.state = "paused");
  resume = () => void (this.state = "recording");
  stop(): void {
    this.state = "inactive";
    this.dispatchEvent(Object.assign(new Event("dataavailable"), { data: new Blob(["said"]) }));
    this.dispatchEvent(new Event("stop"));
  }
}

const track = Object.assign(new EventTarget(), { stop: vi.fn() });
const stream = { getTracks: () => [track], getAudioTracks: () => [track] };
const ask = vi.fn();
let clock = 0;

beforeEach(() => {
  vi.useFakeTimers();
  clock = 0;
  vi.spyOn(performance, "now").mockImplementation(() => clock);
  vi.stubGlobal("MediaRecorder", Recorder);
  vi.stubGlobal("navigator", { mediaDevices: { getUserMedia: ask } });
  ask.mockReset().mockResolvedValue(stream);
  track.stop.mockReset();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

async function recording(most_ms?: number): Promise<VoiceRecorder> {
  const made = await recordVoice(most_ms);
  if (!isRecorder(made)) throw new Error(made.problem);
  return made;
}
const pass = async (ms: number) => {
  clock += ms;
  await vi.advanceTimersByTimeAsync(ms);
};

describe("a voice note", () => {
  it("is what was said without its pauses, and lets go of the microphone", async () => {
    const voice = await recording();
    await pass(2_000);
    voice.pause();
    expect(voice.state).toBe("paused");
    await pass(60_000);
    voice.resume();
    await pass(1_000);
    const note = await voice.stop();
    expect(note.duration_ms).toBe(3_000);
    expect(note.blob.type).toBe("audio/webm");
    expect(note.blob.size).toBe(4);
    expect(track.stop).toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });

  it("ends by itself when it is long enough, and what was said is there", async () => {
    const voice = await recording(60_000);
    const heard = vi.fn();
    voice.listen(heard);
    await pass(61_000);
    expect(voice.state).toBe("stopped");
    expect(heard).toHaveBeenCalled();
    expect(await voice.stop()).toMatchObject({ duration_ms: 60_000 });
  });

  it("is kept when a call takes the microphone away", async () => {
    const voice = await recording();
    await pass(5_000);
    track.dispatchEvent(new Event("ended"));
    expect(voice.state).toBe("stopped");
    expect((await voice.stop()).duration_ms).toBe(5_000);
  });

  it("is nothing when it is thrown away", async () => {
    const voice = await recording();
    voice.cancel();
    expect(voice.state).toBe("stopped");
    expect(track.stop).toHaveBeenCalled();
  });

  it.each([
    ["NotAllowedError", "denied"],
    ["NotReadableError", "busy"],
    ["NotFoundError", "unavailable"],
  ])("has an answer where the browser says %s", async (name, problem) => {
    ask.mockRejectedValue(new DOMException("no", name));
    expect(await recordVoice()).toEqual({ problem });
  });

  it("has an answer where there is no recorder at all", async () => {
    vi.stubGlobal("MediaRecorder", undefined);
    expect(await recordVoice()).toEqual({ problem: "unavailable" });
    expect(ask).not.toHaveBeenCalled();
  });
});
