// DingTalk. Pictures are taken by the browser's own dialogue: DingTalk's would put them on DingTalk's servers first.
// Source: the documents of its H5 micro-apps.

import { judged } from "../position";
import type { Located } from "../contracts";
import { LOCATE_WITHIN_MS, READY_WITHIN_MS, within, type Driver, type SignInCode } from "./driver";
import type { PageConfig, World } from "./world";

const SCRIPT = "https://g.alicdn.com/dingding/dingtalk-jsapi/2.10.3/dingtalk.open.js";
const AS_GCJ02 = 1;

interface Told {
  errorCode?: string | number;
  errorMessage?: string;
}
interface Place {
  longitude: number;
  latitude: number;
  accuracy: number;
}

/** The part of `dd` that is used. */
export interface Dd {
  config: (config: Record<string, unknown>) => void;
  ready: (heard: () => void) => void;
  error: (heard: (told: Told) => void) => void;
  device: {
    geolocation: {
      get: (asked: {
        targetAccuracy: number;
        coordinate: number;
        withReGeocode: boolean;
        useCache: boolean;
        onSuccess: (found: Place) => void;
        onFail: (told: Told) => void;
      }) => void;
    };
  };
  runtime: {
    permission: {
      requestAuthCode: (asked: { corpId: string; onSuccess: (given: { code: string }) => void; onFail: (told: Told) => void }) => void;
    };
  };
}

const isDenied = (told: Told): boolean => /cancel|den|permission|授权|权限|拒绝/i.test(`${told.errorMessage ?? ""}`);

export function dingtalkDriver(world: World): Driver {
  let begun: Promise<PageConfig | undefined> | undefined;
  let configured: Promise<boolean> | undefined;
  const dd = () => world.global("dd") as Dd;

  /** The script and the organisation's id: all that signing in needs. */
  function begin(): Promise<PageConfig | undefined> {
    begun ??= within(world, READY_WITHIN_MS, load(), undefined)
      .catch(() => undefined)
      .then((config) => {
        if (!config) begun = undefined;
        return config;
      });
    return begun;
  }

  async function load(): Promise<PageConfig> {
    if (!world.global("dd")) await world.load(SCRIPT);
    return world.config("dingtalk", world.here.split("#")[0] ?? "");
  }

  function prepare(): Promise<boolean> {
    configured ??= begin()
      .then((config) => (config ? within(world, READY_WITHIN_MS, configure(config), false) : false))
      .then((isFine) => {
        if (!isFine) configured = begun = undefined;
        return isFine;
      });
    return configured;
  }

  const configure = (config: PageConfig): Promise<boolean> =>
    new Promise((done) => {
      dd().ready(() => done(true));
      dd().error(() => done(false));
      dd().config({
        agentId: config.agent_id,
        corpId: config.app_id,
        timeStamp: config.timestamp,
        nonceStr: config.nonce,
        signature: config.signature,
        jsApiList: ["device.geolocation.get"],
      });
    });

  async function locate(): Promise<Located | undefined> {
    if (!(await prepare())) return undefined;
    const asked = new Promise<Located | undefined>((answer) =>
      dd().device.geolocation.get({
        targetAccuracy: 50,
        coordinate: AS_GCJ02,
        withReGeocode: false,
        useCache: true,
        onSuccess: ({ longitude, latitude, accuracy }) => answer(judged(longitude, latitude, "gcj02", accuracy)),
        onFail: (told) => answer(isDenied(told) ? { problem: "denied" } : undefined),
      }),
    );
    return within(world, LOCATE_WITHIN_MS, asked, { problem: "timeout" } as const);
  }

  async function signInCode(): Promise<SignInCode> {
    const config = await begin();
    if (!config) return { problem: "unavailable" };
    const asked = new Promise<SignInCode>((answer) =>
      dd().runtime.permission.requestAuthCode({
        corpId: config.app_id,
        onSuccess: ({ code }) => answer(code ? { code } : { problem: "unavailable" }),
        onFail: (told) => answer({ problem: isDenied(told) ? "denied" : "unavailable" }),
      }),
    );
    return within(world, LOCATE_WITHIN_MS, asked, { problem: "unavailable" } as const);
  }

  return { prepare, locate, signInCode };
}
