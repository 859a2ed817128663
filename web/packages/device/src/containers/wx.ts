// WeChat (official account, mini-program) and WeCom: one script with one manner of speaking.
// Source: the JS-SDK documents of both.

import { judged } from "../position";
import { filesOf } from "../camera";
import type { Located, Taken, TakeOptions } from "../contracts";
import { newState, takeArrivedCode, takeShellCode, withoutCode } from "./arrived";
import { isIos } from "./detect";
import { LOCATE_WITHIN_MS, READY_WITHIN_MS, within, type Driver, type SignInCode } from "./driver";
import type { PageConfig, World } from "./world";

const SCRIPTS = {
  wechat: "https://res.wx.qq.com/open/js/jweixin-1.6.0.js",
  wechatmini: "https://res.wx.qq.com/open/js/jweixin-1.6.0.js",
  wecom: "https://res.wx.qq.com/open/js/jweixin-1.2.0.js",
} as const;
const CONSENT = "https://open.weixin.qq.com/connect/oauth2/authorize";
const API = ["getLocation", "chooseImage", "getLocalImgData"];

interface Told {
  errMsg?: string;
}
type Ask<Answer> = { success: (answer: Answer) => void; fail: (told: Told) => void; cancel: (told: Told) => void };

/** The part of `wx` that is used. */
export interface Wx {
  config: (config: Record<string, unknown>) => void;
  ready: (heard: () => void) => void;
  error: (heard: (told: Told) => void) => void;
  getLocation: (asked: { type: "gcj02" } & Ask<{ longitude: number; latitude: number; accuracy: number }>) => void;
  chooseImage: (asked: { count: number; sizeType: string[]; sourceType: string[] } & Ask<{ localIds: string[] }>) => void;
  getLocalImgData: (asked: { localId: string } & Ask<{ localData: string }>) => void;
}

/** Refused by the person, or by the phone on their behalf. */
const isDenied = (told: Told): boolean => /cancel|auth deny|auth denied|permission|authorize/i.test(told.errMsg ?? "");

export function wxDriver(container: keyof typeof SCRIPTS, world: World): Driver {
  let ready: { page: string; made: Promise<boolean> } | undefined;
  let isReady = false;
  const wx = () => world.global("wx") as Wx;

  /** iPhones compare the address at which the page was entered, other phones the present one. */
  const page = (): string => (isIos(world.userAgent) ? world.entered : world.here).split("#")[0] ?? "";

  async function configure(address: string): Promise<boolean> {
    if (!world.global("wx")) await world.load(SCRIPTS[container]);
    const config: PageConfig = await world.config(container, address);
    if (!config.signature) return false;
    return new Promise((done) => {
      wx().ready(() => done(true));
      wx().error(() => done(false));
      wx().config({
        beta: container === "wecom",
        debug: false,
        appId: config.app_id,
        timestamp: config.timestamp,
        nonceStr: config.nonce,
        signature: config.signature,
        jsApiList: API,
      });
    });
  }

  /** Once for an address; a failure is forgotten, so that the next question tries again. */
  async function prepare(): Promise<boolean> {
    const address = page();
    if (ready?.page !== address) {
      isReady = false;
      ready = { page: address, made: within(world, READY_WITHIN_MS, configure(address), false).catch(() => false) };
    }
    isReady = await ready.made;
    if (!isReady) ready = undefined;
    return isReady;
  }

  async function locate(): Promise<Located | undefined> {
    if (!(await prepare())) return undefined;
    const asked = new Promise<Located | undefined>((answer) =>
      wx().getLocation({
        type: "gcj02",
        success: ({ longitude, latitude, accuracy }) => answer(judged(longitude, latitude, "gcj02", accuracy)),
        fail: (told) => answer(isDenied(told) ? { problem: "denied" } : undefined),
        cancel: () => answer({ problem: "denied" }),
      }),
    );
    return within(world, LOCATE_WITHIN_MS, asked, { problem: "timeout" } as const);
  }

  /** Only when everything is ready: the browser's own dialogue wants to be opened within the tap. */
  async function takePhotos({ fromCamera = false, most = 1 }: TakeOptions = {}): Promise<Taken> {
    const chosen = await new Promise<string[] | "denied" | "cancelled" | undefined>((answer) =>
      wx().chooseImage({
        count: Math.min(most, 9),
        sizeType: ["original"],
        sourceType: fromCamera ? ["camera"] : ["album", "camera"],
        success: ({ localIds }) => answer(localIds),
        fail: (told) => answer(/cancel/i.test(told.errMsg ?? "") ? "cancelled" : isDenied(told) ? "denied" : undefined),
        cancel: () => answer("cancelled"),
      }),
    );
    if (chosen === undefined) return { problem: "unavailable" };
    if (typeof chosen === "string") return { problem: chosen };
    const pictures = [];
    for (const localId of chosen) pictures.push(await pictureOf(localId)); // WeChat answers one at a time
    return filesOf(pictures);
  }

  const pictureOf = (localId: string): Promise<string | undefined> =>
    new Promise((answer) =>
      wx().getLocalImgData({
        localId,
        success: ({ localData }) => answer(localData),
        fail: () => answer(undefined),
        cancel: () => answer(undefined),
      }),
    );

  async function signInCode({ mayLeave }: { mayLeave: boolean }): Promise<SignInCode> {
    const code = container === "wechatmini" ? takeShellCode(world) : takeArrivedCode(world);
    if (code) return { code };
    if (!mayLeave || container === "wechatmini") return { problem: "unavailable" };
    const config = await within(world, READY_WITHIN_MS, world.config(container, page()).catch(() => undefined), undefined);
    if (!config) return { problem: "unavailable" };
    const asked = new URLSearchParams({
      appid: config.app_id,
      redirect_uri: withoutCode(world.here),
      response_type: "code",
      scope: "snsapi_base",
      state: newState(world),
      ...(config.agent_id ? { agentid: config.agent_id } : {}),
    });
    world.leave(`${CONSENT}?${asked.toString()}#wechat_redirect`);
    return { problem: "leaving" };
  }

  return {
    prepare,
    locate,
    signInCode,
    get takePhotos() {
      return isReady ? takePhotos : undefined;
    },
  };
}
