// Containers good enough for tests: what each puts into the window, and the world around the page.

import type { Located, Taken } from "../src/contracts";
import type { AlipayBridge } from "../src/containers/alipay";
import type { Dd } from "../src/containers/dingtalk";
import type { ContainerName } from "../src/containers/detect";
import type { PageConfig, World } from "../src/containers/world";
import type { Wx } from "../src/containers/wx";

export const PAGE = "https://city.example/m/sign-in?next=%2Fm%2Fme";
export const HERE = { longitude: 112.35, latitude: 28.57, accuracy: 20 };
export const JPEG = "/9j/4AAQSkZJRgABAQAAAQABAAD/2w==";
export const BROWSER_PLACE: Located = { lon: 1, lat: 2, datum: "wgs84", accuracy_m: 9 };
const BROWSER_PICTURE: Taken = { files: [new File(["b"], "browser.jpg")] };

const NAMES: Record<ContainerName, string> = {
  browser: "Mozilla/5.0 (Linux; Android 14) Chrome/140.0 Mobile Safari/537.36",
  wechat: "Mozilla/5.0 (Linux; Android 14) Chrome/122.0 MicroMessenger/8.0.49",
  wechatmini: "Mozilla/5.0 (Linux; Android 14) Chrome/122.0 MicroMessenger/8.0.49 miniProgram/wx123",
  wecom: "Mozilla/5.0 (Linux; Android 14) Chrome/122.0 wxwork/4.1.22 MicroMessenger/7.0.1",
  dingtalk: "Mozilla/5.0 (Linux; Android 14) Chrome/122.0 AliApp(DingTalk/7.5.0)",
  alipay: "Mozilla/5.0 (Linux; Android 14) Chrome/122.0 AliApp(AP/10.5.0) AlipayClient/10.5.0",
};

/** What somebody does when the container asks them, or what the container itself does. */
export type Mood = "agrees" | "denies" | "fails" | "is silent";

export class FakePhone implements World {
  place = { ...HERE };
  mood: Mood = "agrees";
  userAgent: string;
  wxEnvironment: string | undefined = undefined;
  entered = PAGE;
  here = PAGE;
  isScriptBlocked = false;
  isServerDown = false;
  isSignatureWrong = false;
  readonly loaded: string[] = [];
  readonly left: string[] = [];
  readonly signed: string[] = [];
  readonly kept = new Map<string, string>();
  browserAsked = 0;
  private readonly window = new Map<string, unknown>();

  constructor(readonly name: ContainerName) {
    this.userAgent = NAMES[name];
    if (name === "alipay") this.window.set("AlipayJSBridge", this.alipay());
  }

  global = (name: string): unknown => this.window.get(name);

  load = async (script: string): Promise<void> => {
    if (this.isScriptBlocked) throw new Error("blocked by the policy");
    this.loaded.push(script);
    if (script.includes("jweixin")) this.window.set("wx", this.wx());
    else this.window.set("dd", this.dd());
  };

  config = async (container: PageConfig["container"], url: string): Promise<PageConfig> => {
    if (this.isServerDown) throw new Error("503");
    this.signed.push(url);
    const signature = container === "alipay" ? "" : `of ${url}`;
    return { container, app_id: "app-1", agent_id: container === "wecom" ? "7" : "", timestamp: 1, nonce: "n", signature };
  };

  leave = (address: string): void => void this.left.push(address);
  rename = (address: string): void => void (this.here = address);
  remember = (key: string, value: string | null): void => void (value === null ? this.kept.delete(key) : this.kept.set(key, value));
  recall = (key: string): string | null => this.kept.get(key) ?? null;
  heard = (): Promise<void> => new Promise(() => undefined);
  wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
  locateByBrowser = async (): Promise<Located> => (this.browserAsked++, BROWSER_PLACE);
  takeByBrowser = async (): Promise<Taken> => (this.browserAsked++, BROWSER_PICTURE);

  private wx(): Wx {
    let told: { ready?: () => void; error?: (why: object) => void } = {};
    const answer = <Given>(asked: { success: (given: Given) => void; fail: (why: { errMsg?: string }) => void }, what: string, given: Given) => {
      if (this.mood === "agrees") asked.success(given);
      if (this.mood === "denies") asked.fail({ errMsg: `${what}:fail auth deny` });
      if (this.mood === "fails") asked.fail({ errMsg: `${what}:fail system error` });
    };
    return {
      config: (config) => {
        const isRight = !this.isSignatureWrong && config["signature"] === `of ${this.userAgent.includes("iPhone") ? this.entered : this.here}`;
        queueMicrotask(() => (isRight ? told.ready?.() : told.error?.({ errMsg: "config:invalid signature" })));
      },
      ready: (heard) => (told = { ...told, ready: heard }),
      error: (heard) => (told = { ...told, error: heard }),
      getLocation: (asked) => answer(asked, "getLocation", { ...this.place }),
      chooseImage: (asked) => answer(asked, "chooseImage", { localIds: ["1", "2"].slice(0, asked.count) }),
      getLocalImgData: (asked) => asked.success({ localData: asked.localId === "1" ? JPEG : `data:image/jgp;base64,${JPEG}` }),
    };
  }

  private dd(): Dd {
    let told: { ready?: () => void; error?: (why: object) => void } = {};
    const answer = <Given>(asked: { onSuccess: (given: Given) => void; onFail: (why: object) => void }, given: Given) => {
      if (this.mood === "agrees") asked.onSuccess(given);
      if (this.mood === "denies") asked.onFail({ errorCode: 3, errorMessage: "user denied permission" });
      if (this.mood === "fails") asked.onFail({ errorCode: 1, errorMessage: "internal" });
    };
    return {
      config: (config) => {
        const isRight = !this.isSignatureWrong && config["signature"] === `of ${this.here}`;
        queueMicrotask(() => (isRight ? told.ready?.() : told.error?.({ errorMessage: "signature" })));
      },
      ready: (heard) => (told = { ...told, ready: heard }),
      error: (heard) => (told = { ...told, error: heard }),
      device: { geolocation: { get: (asked) => answer(asked, { ...this.place }) } },
      runtime: { permission: { requestAuthCode: (asked) => answer(asked, { code: `code for ${asked.corpId}` }) } },
    };
  }

  private alipay(): AlipayBridge {
    return {
      call: (name, asked, answer) => {
        if (this.mood === "denies") answer({ error: 11 });
        if (this.mood === "fails") answer({ error: 13 });
        if (this.mood !== "agrees") return;
        const { longitude, latitude, accuracy } = this.place;
        if (name === "getAuthCode") answer({ authcode: `code for ${String(asked["appId"])}` });
        else answer({ longitude: String(longitude), latitude: String(latitude), accuracy });
      },
    };
  }
}
