// The three parts around the queue of files: what they let somebody do, and what they say in between.

import type { UploadItem } from "@jingwei/device";
import { i18n, setLocale } from "@jingwei/ui";
import { enableAutoUnmount, flushPromises, mount } from "@vue/test-utils";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { shallowRef } from "vue";
import PhotoPicker from "./PhotoPicker.vue";
import UploadList from "./UploadList.vue";
import VoiceNote from "./VoiceNote.vue";

const items = shallowRef<UploadItem[]>([]);
const device = vi.hoisted(() => ({
  takePhotos: vi.fn(),
  recordVoice: vi.fn(),
  add: vi.fn(async () => undefined),
  retry: vi.fn(),
  pause: vi.fn(),
  resume: vi.fn(),
  remove: vi.fn(),
}));
// The phone itself is behind these: jsdom has neither camera nor microphone.
vi.mock("@jingwei/device", () => ({
  takePhotos: device.takePhotos,
  recordVoice: device.recordVoice,
  canRecord: () => true,
  isRecorder: (made: object) => !("problem" in made),
  LONGEST_MS: 180_000,
  uploads: { ...device, of: (bundle: string) => items.value.filter((one) => one.bundle === bundle) },
}));

const item = (change: Partial<UploadItem> = {}): UploadItem => ({
  id: "1",
  bundle: "report",
  kind: "photo",
  name: "a.jpg",
  size_bytes: 400 * 1024,
  sent_bytes: 100 * 1024,
  state: "sending",
  content: new Blob(["x"]),
  ...change,
});
const shown = <T extends object>(part: T) => mount(part as typeof UploadList, { props: { bundle: "report" }, global: { plugins: [i18n] } });

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-11-22T02:00:00Z") });
  URL.createObjectURL = vi.fn(() => "blob:1");
  URL.revokeObjectURL = vi.fn();
  items.value = [];
  setLocale("zh-CN");
});
enableAutoUnmount(afterEach);
afterEach(() => vi.useRealTimers());

describe("the list", () => {
  it.each([
    [{ bytes_per_s: 200 * 1024 }, "正在发送，100 KB，共 400 KB，每秒约 200 KB"],
    [{ bytes_per_s: 5 * 1024 }, "网络慢，正在发送：100 KB，共 400 KB，大约还要 60 秒。不会丢，可以先填别的。"],
    [{ bytes_per_s: 1024 }, "网络慢，正在发送：100 KB，共 400 KB，大约还要 5 分钟。不会丢，可以先填别的。"],
    [{ state: "waiting" as const, again_at: Date.parse("2026-11-22T02:00:15Z") }, "没有网络，15 秒后自动再试。照片在这部手机上，不会丢。"],
    [{ state: "checking" as const }, "已送到，正在遮挡人脸和车牌……"],
    [{ state: "paused" as const }, "已暂停，已发送 100 KB，共 400 KB"],
    [{ state: "done" as const }, "已送到"],
  ])("says how it is going: %o", (change, words) => {
    items.value = [item(change)];
    expect(shown(UploadList).text()).toContain(words);
  });

  it("counts the seconds down, and lets nobody wait who does not want to", async () => {
    items.value = [item({ state: "waiting", again_at: Date.parse("2026-11-22T02:00:15Z") })];
    const list = shown(UploadList);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(list.text()).toContain("10 秒后");
    await list.findAll("button").find((one) => one.text() === "现在就试")!.trigger("click");
    expect(device.retry).toHaveBeenCalledWith("1");
  });

  it("says why a file was not taken, in the reader's language, with both ways on", async () => {
    const refusal = { code: "files.not_an_image", message: "打不开", message_en: "It does not open", data: {}, next: "correct" as const };
    items.value = [item({ state: "failed", refusal })];
    const list = shown(UploadList);
    expect(list.get("[role=alert]").text()).toBe("打不开");
    expect(list.findAll("button").map((one) => one.text())).toEqual(["再传一次", "删除"]);
    setLocale("en");
    await flushPromises();
    expect(list.get("[role=alert]").text()).toBe("It does not open");
    expect(list.findAll("button").map((one) => one.text())).toEqual(["Send again", "Remove"]);
  });

  it("keeps a picture's address only as long as it is shown", async () => {
    items.value = [item()];
    const list = shown(UploadList);
    expect(list.get("img").attributes("src")).toBe("blob:1");
    await list.get("img").trigger("error"); // HEIC: the phone cannot draw it
    expect(list.find("img").exists()).toBe(false);
    list.unmount();
    expect(URL.revokeObjectURL).toHaveBeenCalledTimes(1);
  });
});

describe("the photo picker", () => {
  const tap = (part: ReturnType<typeof shown>, words: string) => part.findAll("button").find((one) => one.text() === words)!.trigger("click");

  it("opens one camera for two taps and hands the photo to the queue", async () => {
    let give = (_: object) => {};
    device.takePhotos.mockReturnValue(new Promise((answer) => (give = answer)));
    const picker = shown(PhotoPicker);
    await tap(picker, "拍照");
    await tap(picker, "拍照");
    expect(device.takePhotos).toHaveBeenCalledTimes(1);
    const photo = new File(["x"], "a.jpg");
    give({ files: [photo] });
    await flushPromises();
    expect(device.add).toHaveBeenCalledWith("report", photo, { kind: "photo" });
  });

  it.each([
    ["denied", "手机不让用相机"],
    ["cancelled", "没有拿到照片"],
  ])("has an answer where the camera is %s", async (problem, words) => {
    device.takePhotos.mockResolvedValue({ problem });
    const picker = shown(PhotoPicker);
    await tap(picker, "拍照");
    await flushPromises();
    expect(picker.get("[role=alert]").text()).toContain(words);
    expect(picker.text()).toContain("从相册选");
  });

  it("says when there are enough", () => {
    items.value = Array.from({ length: 9 }, (_, index) => item({ id: String(index), state: "done" }));
    const picker = shown(PhotoPicker);
    expect(picker.text()).toContain("最多 9 张");
    expect(picker.text()).not.toContain("再拍一张");
  });
});

describe("the voice note", () => {
  it.each([
    ["denied", "手机不让用麦克风"],
    ["busy", "正被别的应用占用"],
    ["unavailable", "请用文字写下来"],
  ])("says what to do where the microphone is %s", async (problem, words) => {
    device.recordVoice.mockResolvedValue({ problem });
    const voice = shown(VoiceNote);
    await voice.get("button").trigger("click");
    await flushPromises();
    expect(voice.get("[role=alert]").text()).toContain(words);
  });

  it("keeps what was said when it ends by itself, and when the page is left", async () => {
    for (const isLeft of [false, true]) {
      device.add.mockClear();
      let end = () => {};
      const recorder = {
        state: "recording", elapsed_ms: 3_000, level: 0.2, pause: vi.fn(), resume: vi.fn(), cancel: vi.fn(),
        stop: async () => ({ blob: new Blob(["said"]), duration_ms: 3_000 }),
        listen: (heard: () => void) => ((end = heard), () => undefined),
      };
      device.recordVoice.mockResolvedValue(recorder);
      const voice = shown(VoiceNote);
      await voice.get("button").trigger("click");
      await flushPromises();
      expect(voice.get("[role=timer]").text()).toBe("正在录音 0:03");
      if (isLeft) voice.unmount();
      else {
        recorder.state = "stopped";
        end();
      }
      await flushPromises();
      expect(device.add).toHaveBeenCalledWith("report", expect.any(Blob), { kind: "voice", duration_ms: 3_000 });
    }
  });
});
