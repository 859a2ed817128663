// One contract for every container, the plain browser among them.

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { bridgeIn, type Bridge } from "../src/bridge";
import { pictureFrom } from "../src/camera";
import { containerOf, type ContainerName } from "../src/containers/detect";
import { COARSE_M, judged } from "../src/position";
// Drivers arrive when they are needed; here they stand ready, because the clock is ours and the network is not.
import "../src/containers/alipay";
import "../src/containers/dingtalk";
import "../src/containers/wx";
import { BROWSER_PLACE, FakePhone, HERE, JPEG, PAGE, type Mood } from "./fakes";

const ALL: ContainerName[] = ["browser", "wechat", "wechatmini", "wecom", "dingtalk", "alipay"];
const WX: ContainerName[] = ["wechat", "wechatmini", "wecom"];
const CONTAINERS = ALL.filter((one) => one !== "browser");
const SCRIPTED: ContainerName[] = CONTAINERS.filter((one) => one !== "alipay");
const LEAVING: ContainerName[] = ["wechat", "wecom"];

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** The answer, with every timer run: nothing may hang. */
async function answerOf<Answer>(asked: Promise<Answer>): Promise<Answer> {
  let answer: { is: Answer } | undefined;
  void asked.then((is) => (answer = { is }));
  for (let turn = 0; turn < 40 && !answer; turn++) await vi.advanceTimersByTimeAsync(1000);
  if (!answer) throw new Error("no answer within 40 seconds");
  return answer.is;
}

function open(name: ContainerName, change: Partial<FakePhone> = {}): { phone: FakePhone; bridge: Bridge } {
  const phone = Object.assign(new FakePhone(name), change);
  return { phone, bridge: bridgeIn(phone) };
}

describe.each(ALL)("in %s", (name) => {
  it("knows where it is", () => expect(open(name).bridge.name).toBe(name));

  it("finds the phone, and says in which system", async () => {
    const { bridge } = open(name);
    const found = await answerOf(bridge.locate());
    if (name === "browser") expect(found).toEqual(BROWSER_PLACE);
    else expect(found).toEqual({ lon: HERE.longitude, lat: HERE.latitude, datum: "gcj02", accuracy_m: HERE.accuracy });
  });

  it("takes pictures", async () => {
    const { bridge } = open(name);
    await answerOf(bridge.prepare());
    const taken = await answerOf(bridge.takePhotos({ most: 2 }));
    expect("files" in taken && taken.files.length).toBe(WX.includes(name) ? 2 : 1);
  });

  it("opens the browser's dialogue within the tap while it is not ready", () => {
    const { phone, bridge } = open(name);
    void bridge.takePhotos();
    expect(phone.browserAsked).toBe(1);
  });

  it("gives a code for signing in, or says that there is none", async () => {
    const { bridge } = open(name);
    const given = await answerOf(bridge.signInCode());
    if (name === "dingtalk" || name === "alipay") expect(given).toEqual({ code: "code for app-1" });
    else expect(given).toEqual({ problem: "unavailable" });
  });

  it.each<Mood>(["denies", "fails", "is silent"])("always answers: %s", async (mood) => {
    const { phone, bridge } = open(name, { mood });
    const found = await answerOf(bridge.locate());
    const expected = { denies: { problem: "denied" }, fails: BROWSER_PLACE, "is silent": { problem: "timeout" }, agrees: undefined };
    expect(found).toEqual(name === "browser" ? BROWSER_PLACE : expected[mood]);
    expect(await answerOf(bridge.signInCode())).toHaveProperty("problem");
    if (mood === "denies" && name !== "browser") expect(phone.browserAsked).toBe(0); // nobody is asked twice
  });
});

describe.each(CONTAINERS)("when %s does not work", (name) => {
  it.each(["isScriptBlocked", "isServerDown", "isSignatureWrong"] as const)("is a browser: %s", async (trouble) => {
    if (name === "alipay") return; // neither script nor signature
    const { phone, bridge } = open(name, { [trouble]: true });
    expect(await answerOf(bridge.locate())).toEqual(BROWSER_PLACE);
    expect(await answerOf(bridge.takePhotos())).toHaveProperty("files");
    expect(phone.browserAsked).toBe(2);
  });

  it("does not wait for a bridge that never comes", async () => {
    const { phone, bridge } = open(name);
    phone.global = () => undefined;
    phone.load = () => new Promise(() => undefined);
    expect(await answerOf(bridge.locate())).toEqual(BROWSER_PLACE);
    expect(await answerOf(bridge.signInCode())).toEqual({ problem: "unavailable" });
  });

  it("tries again with the next question", async () => {
    const { phone, bridge } = open(name, { isServerDown: true });
    await answerOf(bridge.locate());
    phone.isServerDown = false;
    expect(await answerOf(bridge.locate())).toHaveProperty("datum", "gcj02");
  });

  it("says that a position is too coarse, and keeps it for the map", async () => {
    const { bridge } = open(name, { place: { ...HERE, accuracy: 3000 } });
    expect(await answerOf(bridge.locate())).toMatchObject({ problem: "coarse", near: { datum: "gcj02", accuracy_m: 3000 } });
  });
});

describe("scripts", () => {
  it("are loaded nowhere else, and once", async () => {
    for (const name of ALL) {
      const { phone, bridge } = open(name);
      await answerOf(bridge.prepare());
      await answerOf(bridge.locate());
      await answerOf(bridge.locate());
      expect(phone.loaded.length, name).toBe(SCRIPTED.includes(name) ? 1 : 0);
    }
  });

  it("are signed for the page they stand on; on iPhones for the one that was entered", async () => {
    const there = { here: "https://city.example/m/report#photo", entered: "https://city.example/m/" };
    const android = open("wechat", there).phone;
    await answerOf(bridgeIn(android).prepare());
    const iphone = open("wechat", { ...there, userAgent: "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) MicroMessenger/8.0.49" }).phone;
    await answerOf(bridgeIn(iphone).prepare());
    expect([android.signed, iphone.signed]).toEqual([["https://city.example/m/report"], ["https://city.example/m/"]]);
  });
});

describe("pictures of a container", () => {
  it.each<[Mood, string]>([["denies", "denied"], ["fails", "unavailable"]])("%s: %s", async (mood, problem) => {
    const { phone, bridge } = open("wechat");
    await answerOf(bridge.prepare());
    phone.mood = mood;
    expect(await answerOf(bridge.takePhotos())).toEqual({ problem });
  });

  it("are read with and without their head, and are pictures or nothing", async () => {
    const broken = `data:image/jgp;base64,${JPEG.slice(0, 8)}\n${JPEG.slice(8)}`;
    for (const written of [JPEG, broken]) {
      const file = pictureFrom(written, 1);
      expect(file?.type).toBe("image/jpeg");
      expect(file?.size).toBe(atob(JPEG).length);
    }
    for (const wrong of ["", "aGVsbG8=", "<script>", "/9j/ä"]) expect(pictureFrom(wrong, 1)).toBeUndefined();
  });
});

describe("a code in the address", () => {
  it.each(LEAVING)("is fetched by leaving %s, and believed when the mark is ours", async (name) => {
    const { phone, bridge } = open(name);
    expect(await answerOf(bridge.signInCode({ mayLeave: true }))).toEqual({ problem: "leaving" });
    const asked = new URL(phone.left[0] ?? "").searchParams;
    expect(asked.get("redirect_uri")).toBe(PAGE);
    expect(asked.get("scope")).toBe("snsapi_base");
    expect(asked.get("agentid")).toBe(name === "wecom" ? "7" : null);
    expect(phone.left[0]?.endsWith("#wechat_redirect")).toBe(true);

    phone.here = `${PAGE}&code=c-1&state=${asked.get("state") ?? ""}`;
    expect(await answerOf(bridgeIn(phone).signInCode())).toEqual({ code: "c-1" });
    expect(phone.here).toBe(PAGE);
    expect(await answerOf(bridgeIn(phone).signInCode())).toEqual({ problem: "unavailable" });
  });

  it("is thrown away when somebody slipped it in", async () => {
    for (const before of ["", "another"]) {
      const { phone, bridge } = open("wechat", { here: `${PAGE}&code=attackers&state=guess` });
      if (before) phone.remember("jw:container-state", before);
      expect(await answerOf(bridge.signInCode())).toEqual({ problem: "unavailable" });
      expect(phone.here).toBe(PAGE);
    }
  });

  it("of a mini-program comes from its own shell, and counts in a mini-program only", async () => {
    const here = "https://city.example/m/?container=wechatmini&code=c-9";
    expect(await answerOf(open("wechatmini", { here }).bridge.signInCode())).toEqual({ code: "c-9" });
    for (const name of ALL.filter((one) => one !== "wechatmini")) {
      const given = await answerOf(open(name, { here }).bridge.signInCode());
      expect(given, name).not.toEqual({ code: "c-9" });
    }
  });

  it("is left alone where it is the page's own", async () => {
    for (const name of ALL) {
      const here = "https://city.example/m/track?code=492EM1Z702";
      const { phone, bridge } = open(name, { here });
      await answerOf(bridge.signInCode());
      expect(phone.here).toBe(here);
    }
  });

  it("is never fetched without a tap", async () => {
    for (const name of ALL) {
      const { phone, bridge } = open(name);
      await answerOf(bridge.signInCode());
      await answerOf(bridge.prepare());
      expect(phone.left).toEqual([]);
    }
  });
});

describe("which container", () => {
  it("is told by the narrower name", () => {
    for (const name of ALL) expect(containerOf(new FakePhone(name))).toBe(name);
    expect(containerOf({ userAgent: "MicroMessenger/8", wxEnvironment: "miniprogram" })).toBe("wechatmini");
    expect(containerOf({ userAgent: "Mozilla/5.0 Alipay-like Browser" })).toBe("browser");
  });
});

describe("a position", () => {
  it("is judged alike wherever it comes from", () => {
    expect(judged(112.3, 28.5, "gcj02", COARSE_M)).toHaveProperty("accuracy_m", COARSE_M);
    expect(judged(112.3, 28.5, "gcj02", COARSE_M + 1)).toHaveProperty("problem", "coarse");
    expect(judged(112.3, 28.5, "wgs84", Number.NaN)).toHaveProperty("problem", "coarse");
    for (const [lon, lat] of [[0, 0], [Number.NaN, 1], [181, 1], [1, -91]] as const) {
      expect(judged(lon, lat, "wgs84", 5)).toEqual({ problem: "unavailable" });
    }
  });
});
